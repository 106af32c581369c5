import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '#launcher';
import { openQueues, type Queues, type QueueSettings } from '#messaging';
import { byItself, ChangeNotices, Transactions, type Actor } from '#platform';
import type { SolverPlace } from '#solver';
import { createDataSource } from '../../../apps/exhibition-stands/src/data-source.js';
import { CancelFill } from '../../../apps/exhibition-stands/src/rota/fill/cancel-fill.js';
import type { Fill } from '../../../apps/exhibition-stands/src/rota/fill/fill.js';
import { FillQueue } from '../../../apps/exhibition-stands/src/rota/fill/fill-queue.js';
import { FillRota } from '../../../apps/exhibition-stands/src/rota/fill/fill-rota.js';
import { FillsRepository } from '../../../apps/exhibition-stands/src/rota/fill/fills.repository.js';
import { FillWorker } from '../../../apps/exhibition-stands/src/rota/fill/fill-worker.js';
import type { FilledDraft } from '../../../apps/exhibition-stands/src/rota/fill/filled-draft.js';
import { ReadFill } from '../../../apps/exhibition-stands/src/rota/fill/read-fill.js';
import { RunFill } from '../../../apps/exhibition-stands/src/rota/fill/run-fill.js';
import {
  usualRules,
  usualWeights,
  type RotaProblem,
} from '../../../apps/exhibition-stands/src/rota/index.js';
import { RotaSolver, usualPlace } from '../../../apps/exhibition-stands/src/rota/sandbox/rota-solver.js';
import { problemOf } from '../../load/rota/problems.js';
import { until } from '../../until.js';
import { keptLog } from '../../messaging/stage.js';
import { PlainDraft } from './plain-draft.js';
import { insert, stageExhibition, stageShift, stageTeamMember, type Query } from '../stage-exhibition.js';

/** The built processor: its process knows nothing of Jest. */
const file = new URL('../../../dist/apps/exhibition-stands/src/rota/sandbox/rota.worker.js', import.meta.url)
  .href;

export const actor: Actor = { identity: { ...byItself('Sam'), personId: 'sam' }, requestId: 'tests' };

/** A rota that takes far longer than any test waits for it. */
export const endless = problemOf(
  { people: 300, stands: 10, days: 5, slotsPerDay: 8, places: 3, seed: 1 },
  { rules: usualRules, weights: usualWeights },
);

/** Who has which shift in a draft. */
export interface DraftRow {
  readonly shift: string;
  readonly member: string;
  readonly isLead: boolean;
  readonly isPinned: boolean;
  readonly source: string;
}

/** An exhibition with a team and shifts, and the problem that they make. */
export interface StagedRota {
  readonly exhibitionId: string;
  readonly problem: RotaProblem;
}

export interface ReplicaOptions {
  readonly place?: Partial<SolverPlace>;
  readonly draft?: FilledDraft;
}

/** One process of the service, as far as it fills rotas. */
export interface Replica {
  readonly solver: RotaSolver;
  stop(this: void): Promise<void>;
}

/** The service's database and the queue of the fills. */
export class FillStage {
  readonly #running: Replica[] = [];
  readonly kept = keptLog();

  private constructor(
    readonly database: TestDatabase,
    readonly dataSource: DataSource,
    private readonly settings: QueueSettings,
    private readonly queues: Queues,
    private readonly queue: FillQueue,
    readonly fills: FillsRepository,
  ) {}

  static async set(settings: (database: TestDatabase) => QueueSettings): Promise<FillStage> {
    const database = await createTestDatabase();
    const dataSource = createDataSource(database.url('exhibition-stands'));
    await dataSource.initialize();
    const queues = openQueues(settings(database));
    const queue = new FillQueue(queues, keptLog().log);
    return new FillStage(
      database,
      dataSource,
      settings(database),
      queues,
      queue,
      new FillsRepository(dataSource),
    );
  }

  transactions(): Transactions {
    return new Transactions(
      this.dataSource,
      new ChangeNotices(this.database.url('exhibition-stands'), 'exhibition_stands_changed', this.kept.log),
    );
  }

  /** Takes fills up, as a process of the service does. */
  start({ place, draft = new PlainDraft() }: ReplicaOptions = {}): Replica {
    const { log } = this.kept;
    const queues = openQueues(this.settings);
    const solver = new RotaSolver({ ...usualPlace, file, ...place });
    const runFill = new RunFill(this.fills, solver, draft, this.transactions(), log);
    const queue = new FillQueue(queues, log);
    const worker = new FillWorker({ queues, queue, rows: this.fills, search: runFill, log });
    worker.onApplicationBootstrap();
    let stopped: Promise<void> | null = null;
    const replica = { solver, stop: () => (stopped ??= worker.onModuleDestroy()) };
    this.#running.push(replica);
    return replica;
  }

  ask({ exhibitionId, problem }: StagedRota, seconds = 60): Promise<Fill> {
    const read = new ReadFill(this.fills);
    return new FillRota(this.transactions(), this.fills, this.queue, read).ask(
      actor,
      exhibitionId,
      problem,
      seconds,
    );
  }

  cancel({ exhibitionId, id }: Fill): Promise<Fill> {
    return new CancelFill(this.fills, new ReadFill(this.fills)).run(exhibitionId, id);
  }

  read({ exhibitionId, id }: Fill): Promise<Fill> {
    return new ReadFill(this.fills).one(exhibitionId, id);
  }

  /** Waits until a fill is in this state. */
  async becomes(fill: Fill, status: Fill['status']): Promise<Fill> {
    await until(async () => (await this.read(fill)).status === status);
    return this.read(fill);
  }

  /** Waits until a process searches, and says which. */
  async searching({ solver }: Replica): Promise<number> {
    await until(() => solver.pid !== null);
    return solver.pid ?? 0;
  }

  draftOf({ exhibitionId }: StagedRota): Promise<DraftRow[]> {
    return this.dataSource.query<DraftRow[]>(
      `SELECT shift_id AS shift, team_member_id AS member, is_lead AS "isLead", is_pinned AS "isPinned", source
       FROM draft_assignments WHERE exhibition_id = $1 ORDER BY shift_id, team_member_id`,
      [exhibitionId],
    );
  }

  /** Three people and four shifts, of which the draft has one, by hand. */
  async exhibition(): Promise<StagedRota> {
    const query: Query = (sql, values = []) => this.dataSource.query(sql, [...values]);
    const { id: exhibitionId } = await stageExhibition(query);
    const people: string[] = [];
    for (let number = 1; number <= 3; number += 1)
      people.push((await stageTeamMember(query, 'links of tests', exhibitionId, { skills: ['lead'] })).id);
    const at = (hour: number) => `2035-09-23T${String(hour).padStart(2, '0')}:00:00+01:00`;
    const slots: { id: string; hour: number }[] = [];
    for (const hour of [9, 10, 11, 12])
      slots.push({
        hour,
        id: await stageShift(query, exhibitionId, {
          from: at(hour),
          until: at(hour + 1),
          cover: 1,
          leads: 1,
        }),
      });
    await insert(query, 'draft_assignments', {
      shift_id: slots[0]?.id,
      team_member_id: people[0],
      exhibition_id: exhibitionId,
      is_lead: false,
      is_pinned: false,
      source: 'hand',
    });
    return {
      exhibitionId,
      problem: {
        people: people.map((id) => ({
          id,
          experienced: true,
          skills: ['lead'],
          available: [{ from: at(8), until: at(20) }],
          busy: [],
          passDays: null,
        })),
        slots: slots.map(({ id, hour }) => ({
          id,
          stand: exhibitionId,
          day: '2035-09-23',
          from: at(hour),
          until: at(hour + 1),
          need: 1,
          leads: 1,
          skills: [],
        })),
        rules: usualRules,
        weights: usualWeights,
        pinned: [],
        forbidden: [],
        published: null,
        settledBefore: null,
      },
    };
  }

  /** An exhibition whose fill takes far longer than any test waits for it. */
  async endless(): Promise<StagedRota> {
    return { ...(await this.exhibition()), problem: endless };
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.#running.splice(0).map(({ stop }) => stop()));
  }

  async strike(): Promise<void> {
    await this.stopAll();
    await this.queue.close();
    await this.queues.close();
    await this.dataSource.destroy();
    await this.database.drop();
  }
}
