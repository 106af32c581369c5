import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { PublishableRota, type Publishable } from '../board/publishable-rota.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { CLOCK, type Clock } from '../tokens.js';
import { diffRota, type RotaDiff } from './domain/rota-diff.js';
import { obstaclesOf, type Obstacle } from './domain/obstacles.js';
import { ReadCurrent, type ToldAssignment } from './read-current.js';
import { ReadRota, type PublishedRota } from './read-rota.js';
import { wantedBy } from './wanted-by.js';

/** What publishing the draft would come to. */
export interface Publishing {
  readonly exhibition: Exhibition;
  /** The rota that is published; `null`: none yet. */
  readonly last: PublishedRota | null;
  readonly publishable: Publishable;
  readonly current: readonly ToldAssignment[];
  readonly diff: RotaDiff;
  readonly obstacles: readonly Obstacle[];
  /** Changes with anything here: what was looked at is what is published. */
  readonly seen: string;
}

/** Says what publishing an exhibition's draft would come to: who would be told what, and what stands against it. */
@Injectable()
export class ReadPublishing {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly publishables: PublishableRota,
    private readonly currents: ReadCurrent,
    private readonly rotas: ReadRota,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(exhibition: Exhibition, manager: EntityManager = this.dataSource.manager): Promise<Publishing> {
    const last = await this.rotas.last(exhibition.id, manager);
    const publishable = await this.publishables.of(exhibition.id, manager);
    const current = await this.currents.of(exhibition.id, manager);
    const wanted = wantedBy(publishable, exhibition);
    const diff = diffRota(current, wanted, last === null ? null : this.clock());
    const obstacles = obstaclesOf(publishable.violations);
    const seen = fingerprint([
      last?.number ?? 0,
      publishable.version,
      wanted.map(({ terms: { start, end, ...terms }, ...who }) => [
        who,
        start.epochMilliseconds,
        end.epochMilliseconds,
        terms,
      ]),
      current.map(({ id, status, version }) => [id, status, version]),
      obstacles.map(({ key }) => key).toSorted(),
    ]);
    return { exhibition, last, publishable, current, diff, obstacles, seen };
  }
}

const fingerprint = (of: unknown): string =>
  createHash('sha256').update(JSON.stringify(of)).digest('base64url');
