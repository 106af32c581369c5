import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { justUploaded, readInThread, shortFileName } from '#imports';
import { dateOf, nameOfActor, type Actor } from '#platform';
import { homeDay } from '../../domain/home-day.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { MembershipsRepository } from '../memberships.repository.js';
import { OrganisationsRepository } from '../organisations.repository.js';
import { ImportsRepository } from './imports.repository.js';
import { countsOf, keptPlan } from './planned-row.js';
import { planRows } from './planning/plan-rows.js';
import type { ReadableFile } from './reading/read-file.js';

/** A file as it was sent. */
export interface Upload {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Reads the file in a thread of its own. */
const reader = new URL('./reading/read-file.worker.js', import.meta.url);

/** Reads a file and keeps it, compared with what is on record, for staff to look at. No organisation changes. */
@Injectable()
export class UploadImport {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly organisations: OrganisationsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly imports: ImportsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the import's id
   * @throws Problem 422 at the field `file` where no row can be read at all
   */
  async run(actor: Actor, { fileName, bytes }: Upload): Promise<string> {
    const { rows, encoding, notes } = await readInThread<ReadableFile>(reader, { bytes });
    const now = this.clock();
    const id = uuidv7();
    await this.dataSource.transaction(async (manager) => {
      const undecided = rows.map((row) => ({ ...row, decision: null }));
      const at = { today: homeDay(now), now };
      const { organisations, memberships } = this;
      const planned = await planRows(manager, undecided, { organisations, memberships, at });
      const kept = rows.flatMap((row, number) => {
        const plan = planned[number];
        if (plan === undefined) return [];
        return {
          importId: id,
          number,
          line: row.line,
          title: row.cells.name ?? '',
          alike: null,
          ...keptPlan(plan),
          content: row.problems.length > 0 ? null : { cells: row.cells, notes: row.notes },
          decision: null,
          written: null,
        };
      });
      const entity = {
        id,
        personId: actor.identity.personId ?? '',
        personName: nameOfActor(actor.identity),
        createdAt: dateOf(now),
        fileName: shortFileName(fileName),
        encoding,
        notes: [...notes],
        ...countsOf(kept.map(({ outcome }) => outcome)),
        ...justUploaded,
      };
      await this.imports.add(manager, entity, kept);
    });
    return id;
  }
}
