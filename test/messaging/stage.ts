import type { JobsOptions, JobType } from 'bullmq';
import { DataSource, type EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '#launcher';
import {
  addMessageTimes,
  asJob,
  Claims,
  Consumer,
  createMessageTables,
  DeadLetters,
  messageOf,
  openQueues,
  Outbox,
  Relay,
  type ClaimedRow,
  type Handling,
  type MessageQueue,
  type MessageHandler,
  type Queues,
  type QueueSettings,
} from '#messaging';
import { createLog, Listener, type Log } from '#platform';
import { openGate, type Gate } from './gate.js';

export { until } from '../until.js';

/** A data source that has nothing to do with any app, on a schema of its own. */
async function schemaOf(url: string, schema: string): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    schema,
    extra: { options: `-c search_path=${schema}` },
  });
  await dataSource.initialize();
  await dataSource.query(`CREATE SCHEMA ${schema}`);
  await createMessageTables(dataSource);
  await addMessageTimes(dataSource);
  return dataSource;
}

/** A log that is kept line by line. */
export function keptLog(): { log: Log; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  return { log: createLog('tests', 'info', { write }), lines };
}

/** The message that tests send: from members to the mailer, about whatever they like. */
export const mailRequested = 'members.mail-requested.v1';
type Mail = typeof mailRequested;

/** What a handler did, in the consumer's own table. */
export interface Effect {
  readonly aggregate: string;
  readonly version: number;
  readonly correlationId: string;
}

export interface DeadLetter {
  readonly id: string;
  readonly type: string;
  readonly correlationId: string | null;
  readonly message: unknown;
  readonly error: string;
  readonly attempts: number;
}

export interface ConsumerOptions {
  /** Thrown by the handler, if anything; the effect is written first. */
  readonly fail?: (version: number) => Error | null | Promise<null>;
  /** Made by the handler as well, if anything. */
  readonly statement?: (version: number) => string | null;
  readonly attempts?: number;
  readonly handling?: Partial<Handling>;
  readonly log?: Log;
}

/** A sender and a receiver with schemas of their own in one database, and the queues between them. */
export class Stage {
  readonly outbox = new Outbox('members');
  private readonly running: { stop: () => Promise<void> }[] = [];
  private counted: MessageQueue | null = null;

  private constructor(
    readonly database: TestDatabase,
    readonly sender: DataSource,
    readonly receiver: DataSource,
    /** Between the receiver and its database. */
    readonly receiverGate: Gate,
    readonly queues: Queues,
  ) {}

  static async set(settings: (database: TestDatabase) => QueueSettings): Promise<Stage> {
    const database = await createTestDatabase();
    const sender = await schemaOf(database.adminUrl, 'sender');
    const gate = await openGate(database.adminUrl);
    const receiver = await schemaOf(gate.url, 'receiver');
    await receiver.query(
      `CREATE TABLE effects (position bigint GENERATED ALWAYS AS IDENTITY, aggregate text, version integer, correlation_id text)`,
    );
    return new Stage(database, sender, receiver, gate, openQueues(settings(database)));
  }

  /** Sends in the manager's transaction. */
  add(manager: EntityManager, aggregate: string, version: number, correlationId = 'tests'): Promise<string> {
    return this.outbox.add(manager, {
      type: mailRequested,
      aggregate: { id: aggregate, version },
      correlationId,
      payload: {
        mailId: '019a8d5e-0000-7000-8000-000000000001',
        kind: 'sign-in',
        personId: null,
        to: { name: null, address: 'ada@example.org' },
        subject: 'Hello',
        html: '<p>Hello</p>',
        text: 'Hello',
        calendar: null,
        due: null,
        neededBy: null,
      },
    });
  }

  /** Sends in a transaction of its own. */
  send(aggregate: string, version: number, correlationId?: string): Promise<string> {
    return this.sender.transaction((manager) => this.add(manager, aggregate, version, correlationId));
  }

  claims(): Claims {
    return new Claims(this.sender);
  }

  startRelay(log: Log = createLog('tests', 'silent')): Relay {
    const relay = new Relay({ claims: this.claims(), queues: this.queues, log });
    const wake = () => relay.wake();
    const listener = new Listener(
      this.database.adminUrl,
      'sender_outbox',
      { listening: wake, heard: wake },
      log,
    );
    relay.start();
    listener.start();
    this.running.push({
      stop: async () => {
        await listener.stop();
        await relay.stop();
      },
    });
    return relay;
  }

  startConsumer(options: ConsumerOptions = {}): Consumer {
    const handler: MessageHandler<Mail> = {
      type: mailRequested,
      handle: async (manager, { aggregate, correlationId }) => {
        await manager.query('INSERT INTO effects (aggregate, version, correlation_id) VALUES ($1, $2, $3)', [
          aggregate.id,
          aggregate.version,
          correlationId,
        ]);
        const statement = options.statement?.(aggregate.version);
        if (statement) await manager.query(statement);
        const error = await options.fail?.(aggregate.version);
        if (error) throw error;
      },
    };
    const consumer = new Consumer({
      app: 'mailer',
      dataSource: this.receiver,
      queues: this.queues,
      handlers: new Map([[handler.type, handler as MessageHandler]]),
      deadLetters: new DeadLetters(this.receiver),
      retries: { attempts: options.attempts ?? 3, firstDelay: 20, postponement: 50 },
      handling: { limit: 10_000, once: true, ...options.handling },
      log: options.log ?? createLog('tests', 'silent'),
    });
    consumer.start();
    this.running.push({ stop: () => consumer.stop(5000) });
    return consumer;
  }

  /** What was done, in order. */
  effects(): Promise<Effect[]> {
    return this.receiver.query(
      'SELECT aggregate, version, correlation_id AS "correlationId" FROM effects ORDER BY position',
    );
  }

  /** How many messages are not yet delivered. */
  async waiting(): Promise<number> {
    const [row] = await this.sender.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM outbox WHERE delivered_at IS NULL',
    );
    return row?.count ?? 0;
  }

  async deadLetters(): Promise<DeadLetter[]> {
    return this.receiver.query(
      `SELECT id, type, correlation_id AS "correlationId", message, error, attempts FROM dead_letters ORDER BY died_at`,
    );
  }

  /** Puts a job into the mailer's queue past the outbox. */
  async put(name: string, data: unknown, options: JobsOptions): Promise<void> {
    const queue = this.queues.queue('mailer');
    await queue.add(name, data, options);
    await queue.close();
  }

  /** Puts all that was ever sent into the queue once more, as a relay does that dies before it notes what it did. */
  async deliverAgain(again: string): Promise<void> {
    const rows = await this.sender.query<ClaimedRow[]>(
      `SELECT id, type, aggregate_id AS "aggregateId", aggregate_version AS "aggregateVersion",
         correlation_id AS "correlationId", at, payload, consumers FROM outbox ORDER BY position`,
    );
    const queue = this.queues.queue('mailer');
    await queue.addBulk(rows.map((row) => asJob(messageOf(row), again)));
    await queue.close();
  }

  /** How many jobs the mailer's queue still has. */
  inQueue(): Promise<number> {
    return this.count('wait', 'active', 'delayed', 'failed');
  }

  /** How many of them are put off. */
  delayed(): Promise<number> {
    return this.count('delayed');
  }

  private count(...states: JobType[]): Promise<number> {
    // What goes wrong is told by the calls that it concerns.
    this.counted ??= this.queues.queue('mailer').on('error', () => undefined);
    return this.counted.getJobCountByTypes(...states);
  }

  /** Stops the relays and consumers, and starts with empty tables and queues. */
  async clear(): Promise<void> {
    await Promise.all(this.running.splice(0).map(({ stop }) => stop()));
    const queue = this.queues.queue('mailer');
    await queue.obliterate({ force: true });
    await queue.close();
    await this.sender.query('TRUNCATE outbox, outbox_target');
    await this.receiver.query('TRUNCATE inbox, dead_letters, effects');
  }

  async strike(): Promise<void> {
    await Promise.all(this.running.map(({ stop }) => stop()));
    await this.counted?.close();
    await this.queues.close();
    await this.sender.destroy();
    await this.receiver.destroy();
    this.receiverGate.shut();
    await this.database.drop();
  }
}
