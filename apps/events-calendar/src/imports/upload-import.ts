import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { inTurns, justUploaded, readInThread, shortFileName } from '#imports';
import { dateOf, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import type { ImportDefaults } from './domain/import-row.js';
import { ImportEntity } from './import.entity.js';
import type { ImportRowEntity } from './import-row.entity.js';
import { ImportsRepository } from './imports.repository.js';
import type { Plan } from './planning/plan-row.js';
import { planRows, type PlannedRow } from './planning/plan-rows.js';
import type { ReadableFile, StoredRow } from './reading/read-file.js';
import { readStoredRow } from './reading/stored-details.js';

/** Reads the file in a thread of its own. */
const reader = new URL('./reading/read-file.worker.js', import.meta.url);

/** A file as it was sent. */
export interface Upload {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly defaults: ImportDefaults;
}

/** Reads a file and keeps it, compared with what there is, for staff to look at. Nothing of the calendar changes. */
@Injectable()
export class UploadImport {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly imports: ImportsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the import's id
   * @throws Problem 422 at the field `file` where no row can be read at all
   */
  async run(actor: Actor, { fileName, bytes, defaults }: Upload): Promise<string> {
    const file = await readInThread<ReadableFile>(reader, { bytes, defaults });
    const now = this.clock();
    const id = uuidv7();
    const read = await inTurns(file.rows, readStoredRow);
    await this.dataSource.transaction(async (manager) => {
      const planned = await planRows(manager, read, { file, now });
      const entity = importOf(id, file, planned, {
        fileName: shortFileName(fileName),
        personId: actor.identity.personId ?? '',
        personName: actor.identity.name,
        createdAt: dateOf(now),
      });
      const rows = file.rows.flatMap((row, number) => {
        const plan = planned[number]?.plan;
        return plan === undefined ? [] : [rowOf(id, number, row, plan)];
      });
      await this.imports.add(manager, entity, rows);
    });
    return id;
  }
}

type Origin = Pick<ImportEntity, 'fileName' | 'personId' | 'personName' | 'createdAt'>;

function importOf(
  id: string,
  { format, encoding, silentOn, notes }: ReadableFile,
  planned: readonly PlannedRow[],
  origin: Origin,
): ImportEntity {
  const count = (outcome: Plan['outcome']) => planned.filter(({ plan }) => plan.outcome === outcome).length;
  return {
    id,
    ...origin,
    format,
    encoding,
    silentOn: [...silentOn],
    notes: [...notes],
    newCount: count('new'),
    changedCount: count('changed'),
    unchangedCount: count('unchanged'),
    problemCount: count('problem'),
    ...justUploaded,
  };
}

function rowOf(importId: string, number: number, row: StoredRow, plan: Plan): ImportRowEntity {
  const { ref, uid, status, statusReason, replacedBy, details } = row;
  const event = plan.outcome === 'changed' ? plan.before : plan.outcome === 'unchanged' ? plan.event : null;
  return {
    importId,
    number,
    line: row.line,
    title: row.title,
    outcome: plan.outcome,
    problems: plan.outcome === 'problem' ? [...plan.problems] : [],
    notes: [...row.notes],
    changes: plan.outcome === 'changed' ? plan.changes.map((change) => ({ ...change })) : [],
    content: {
      ref,
      uid,
      status,
      statusReason,
      replacedBy,
      details: plan.outcome === 'problem' ? null : details,
    },
    eventRef: event?.ref ?? null,
    eventVersion: event?.version ?? null,
    written: null,
  };
}
