import type { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '#launcher';
import {
  createScheduleTables,
  openQueues,
  ScheduleRuns,
  ScheduleWorker,
  schedulesByName,
  usualTiming,
  type Every,
  type MessageQueue,
  type Queues,
  type QueueSettings,
  type Schedule,
  type ScheduleTiming,
} from '#messaging';
import { createLog, type Log } from '#platform';

/** The queue of the app that tests play. */
const queueName = 'mailer-schedules';

/** What a schedule of tests does when it is due. */
type Work = (dueAt: Temporal.Instant, stopping: AbortSignal) => Promise<void> | void;

export interface ReplicaOptions {
  readonly timing?: Partial<ScheduleTiming>;
  readonly isClaiming?: boolean;
  readonly log?: Log;
}

export interface RunRow {
  readonly name: string;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly isEnded: boolean;
  readonly error: string | null;
}

export function scheduled(name: string, every: Every, work: Work): Schedule {
  return { name, every, run: async (dueAt, stopping) => work(dueAt, stopping) };
}

/** An app's database and queues, on which replicas come and go. */
export class ScheduleStage {
  private readonly running: ScheduleWorker[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly dataSource: DataSource,
    readonly queues: Queues,
    private readonly queue: MessageQueue,
  ) {}

  static async set(settings: (database: TestDatabase) => QueueSettings): Promise<ScheduleStage> {
    const database = await createTestDatabase();
    const dataSource = new DataSource({
      type: 'postgres',
      url: database.adminUrl,
      schema: 'app',
      extra: { options: '-c search_path=app' },
    });
    await dataSource.initialize();
    await dataSource.query('CREATE SCHEMA app');
    await createScheduleTables(dataSource);
    const queues = openQueues(settings(database));
    // What goes wrong is told by the calls that it concerns.
    const queue = queues.queue(queueName).on('error', () => undefined);
    return new ScheduleStage(database, dataSource, queues, queue);
  }

  runs(timing: Partial<ScheduleTiming> = {}): ScheduleRuns {
    return new ScheduleRuns(this.dataSource, timing.lease ?? usualTiming.lease);
  }

  start(schedules: readonly Schedule[], options: ReplicaOptions = {}): ScheduleWorker {
    const timing = { ...usualTiming, postponement: 100, lookEvery: 200, ...options.timing };
    const worker = new ScheduleWorker({
      app: 'mailer',
      queues: this.queues,
      schedules: schedulesByName(schedules),
      runs: this.runs(timing),
      timing,
      log: options.log ?? createLog('tests', 'silent'),
      isClaiming: options.isClaiming ?? true,
    });
    worker.start();
    this.running.push(worker);
    return worker;
  }

  /** What is known of due times, in their order. */
  known(): Promise<RunRow[]> {
    return this.dataSource.query<RunRow[]>(
      `SELECT name, due_at AS "dueAt", attempts, ended_at IS NOT NULL AS "isEnded", error
       FROM schedule_runs ORDER BY due_at, name`,
    );
  }

  /** The names of the schedules that the queue keeps. */
  async kept(): Promise<string[]> {
    return (await this.queue.getJobSchedulers()).map(({ key }) => key).toSorted();
  }

  /** Wakes a replica for what was due last, as a queue does that delivers a job once more. */
  async wake(name: string): Promise<void> {
    await this.queue.add(name, {}, { removeOnComplete: true });
  }

  /** Makes the queue forget all, as when its server was lost. */
  async empty(): Promise<void> {
    await this.queue.obliterate({ force: true });
  }

  /** How many jobs there are that are not for later. */
  atHand(): Promise<number> {
    return this.queue.getJobCountByTypes('wait', 'active', 'failed');
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.running.splice(0).map((worker) => worker.stop(20_000)));
  }

  async clear(): Promise<void> {
    await this.stopAll();
    await this.empty();
    await this.dataSource.query('TRUNCATE schedule_runs');
  }

  async strike(): Promise<void> {
    await this.stopAll();
    await this.queue.close();
    await this.queues.close();
    await this.dataSource.destroy();
    await this.database.drop();
  }
}
