import 'reflect-metadata';
import { Injectable, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { AppName, Message } from '#contracts';
import { createTestDatabase, type TestDatabase } from '#launcher';
import {
  addMessageTimes,
  createMessageTables,
  createScheduleTables,
  dropMessageTables,
  dropScheduleTables,
  messageEntities,
  messaging,
  Outbox,
  scheduleEntities,
  type MessageHandler,
} from '#messaging';
import { createLog, type ReadinessCheck } from '#platform';
import { until } from '../until.js';

type Asked = 'members.sign-in-asked.v1';
const signInId = '019a8d5e-0000-7000-8000-000000000001';

/** What the handlers of the app were told. */
@Injectable()
class Heard {
  readonly messages: Message[] = [];
}

@Injectable()
class OnSignInAsked implements MessageHandler<Asked> {
  readonly type: Asked = 'members.sign-in-asked.v1';
  constructor(private readonly heard: Heard) {}

  async handle(_manager: EntityManager, message: Message<Asked>): Promise<void> {
    this.heard.messages.push(message);
  }
}

function silent(
  type:
    | 'events-calendar.person-erasure-done.v1'
    | 'mailer.person-erasure-done.v1'
    | 'events-calendar.replay-requested.v1'
    | 'mailer.replay-requested.v1'
    | 'conference-registration.person-erasure-done.v1'
    | 'conference-registration.replay-requested.v1'
    | 'exhibition-stands.person-erasure-done.v1'
    | 'exhibition-stands.replay-requested.v1'
    | 'study-visits.person-erasure-done.v1'
    | 'study-visits.replay-requested.v1',
) {
  @Injectable()
  class Silent implements MessageHandler<typeof type> {
    readonly type = type;
    async handle(): Promise<void> {}
  }
  return Silent;
}

const handlers = [
  OnSignInAsked,
  silent('events-calendar.person-erasure-done.v1'),
  silent('mailer.person-erasure-done.v1'),
  silent('events-calendar.replay-requested.v1'),
  silent('mailer.replay-requested.v1'),
  silent('conference-registration.person-erasure-done.v1'),
  silent('conference-registration.replay-requested.v1'),
  silent('exhibition-stands.person-erasure-done.v1'),
  silent('exhibition-stands.replay-requested.v1'),
  silent('study-visits.person-erasure-done.v1'),
  silent('study-visits.replay-requested.v1'),
];

@Module({})
class App {}

describe('messages in an app', () => {
  let database: TestDatabase;
  const dataSource = () =>
    new DataSource({
      type: 'postgres',
      url: database.adminUrl,
      schema: 'app',
      entities: [...messageEntities, ...scheduleEntities],
      extra: { options: '-c search_path=app' },
    });
  beforeAll(async () => {
    database = await createTestDatabase();
    const setUp = await dataSource().initialize();
    await setUp.query('CREATE SCHEMA app');
    await createMessageTables(setUp);
    await createScheduleTables(setUp);
    await addMessageTimes(setUp);
    await setUp.destroy();
  });
  afterAll(() => database.drop());

  async function start(app: AppName, classes: readonly Type<MessageHandler>[]) {
    const readiness: ReadinessCheck[] = [];
    const settings = { DATABASE_URL: database.adminUrl, QUEUE_URL: database.queueUrl };
    const parts = { settings, readiness, log: createLog('tests', 'silent') };
    const connection = dataSource();
    const module = {
      module: App,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => connection.options,
          dataSourceFactory: () => connection.initialize(),
        }),
      ],
      providers: [Heard, ...messaging(parts, app, classes)],
    };
    try {
      const context = await NestFactory.createApplicationContext(module, {
        logger: false,
        abortOnError: false,
      });
      return { context, readiness };
    } catch (error) {
      await connection.destroy();
      throw error;
    }
  }

  const connections = async () => {
    const admin = await dataSource().initialize();
    const [row] = await admin.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
    );
    await admin.destroy();
    return row?.count;
  };

  it('are sent and handled by classes that get what they need, and nothing is left open at the end', async () => {
    const { context, readiness } = await start('members', handlers);
    const outbox = context.get(Outbox);
    const source = context.get(DataSource);
    const queue = readiness.find(({ name }) => name === 'queue');
    await expect(queue?.check()).resolves.toBeUndefined();
    const id = await source.transaction((manager) =>
      outbox.add(manager, {
        type: 'members.sign-in-asked.v1',
        aggregate: { id: signInId, version: 1 },
        correlationId: 'request-1',
        payload: { signInId },
      }),
    );
    const { messages } = context.get(Heard);
    await until(() => messages.length > 0);
    expect(messages).toEqual([
      {
        id,
        type: 'members.sign-in-asked.v1',
        aggregate: { id: signInId, version: 1 },
        correlationId: 'request-1',
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        payload: { signInId },
      },
    ]);
    const began = performance.now();
    await context.close();
    expect(performance.now() - began).toBeLessThan(20_000);
    await until(async () => (await connections()) === 0);
  });

  it('keep an app from starting that has no handler for one of them', async () => {
    await expect(start('members', handlers.slice(1))).rejects.toThrow(
      'members: members.sign-in-asked.v1 has no handler',
    );
    await expect(start('shell', [OnSignInAsked])).rejects.toThrow(
      'members.sign-in-asked.v1 is not for shell to handle',
    );
  });

  it('are not ready while the queue cannot be reached', async () => {
    const readiness: ReadinessCheck[] = [];
    const settings = { DATABASE_URL: database.adminUrl, QUEUE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
    messaging({ settings, readiness, log: createLog('tests', 'silent') }, 'shell', []);
    await expect(readiness[0]?.check()).rejects.toThrow();
    expect(() =>
      messaging(
        { settings: { DATABASE_URL: '' }, readiness, log: createLog('tests', 'silent') },
        'shell',
        [],
      ),
    ).toThrow('QUEUE_URL is not set');
  });

  describe('are refused by the outbox', () => {
    let source: DataSource;
    beforeAll(async () => {
      source = await dataSource().initialize();
    });
    afterAll(() => source.destroy());
    const asked = {
      type: 'members.sign-in-asked.v1',
      aggregate: { id: signInId, version: 1 },
      correlationId: 'request-1',
      payload: { signInId },
    } as const;

    it('outside a transaction', async () => {
      await expect(new Outbox('members').add(source.manager, asked)).rejects.toThrow(
        'members.sign-in-asked.v1 was to be sent outside a transaction',
      );
    });

    it.each([
      ['from another app', 'mailer', asked, 'is for members to send, not for mailer'],
      [
        'to an app that does not consume them',
        'members',
        { ...asked, to: ['mailer'] as const },
        'is not for mailer',
      ],
      ['not as agreed', 'members', { ...asked, payload: { signInId: 'x' } }, 'is not as agreed: signInId: '],
    ] as const)('%s', async (_case, app, message, words) => {
      const sending = source.transaction((manager) => new Outbox(app).add(manager, message));
      await expect(sending).rejects.toThrow(words);
    });
  });

  it('have tables that can be made and taken away', async () => {
    const source = await dataSource().initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    await dropMessageTables(source);
    await dropScheduleTables(source);
    const left = await source.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace
       UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'app'::regnamespace`,
    );
    expect(left).toEqual([]);
    await source.destroy();
  });
});
