import { DeadLetters } from '#messaging';
import { backends, corruptInRedis } from './backends.js';
import { mailRequested, Stage } from './stage.js';
import { until } from '../until.js';

const redisDatabase = 2;

describe.each(backends(redisDatabase))('messages that fail on $name', ({ name, settings }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set(settings);
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  const no = new Error('no such thing');

  it('come again until they are handled, and nothing remains of the attempts', async () => {
    let attempts = 0;
    stage.startRelay();
    stage.startConsumer({ fail: () => ((attempts += 1) < 3 ? no : null) });
    await stage.send('a', 1);
    await until(async () => (await stage.effects()).length > 0);
    expect(attempts).toBe(3);
    expect(await stage.effects()).toHaveLength(1);
    expect(await stage.deadLetters()).toEqual([]);
  });

  it('rest as dead letters after the last attempt, while others are handled', async () => {
    let attempts = 0;
    stage.startRelay();
    stage.startConsumer({
      fail: (version) => {
        if (version !== 1) return null;
        attempts += 1;
        return no;
      },
    });
    const id = await stage.send('a', 1, 'request-1');
    for (let version = 2; version <= 5; version += 1) await stage.send('a', version);
    await until(async () => (await stage.deadLetters()).length > 0 && (await stage.inQueue()) === 0);
    expect(attempts).toBe(3);
    expect((await stage.effects()).map(({ version }) => version)).toEqual([2, 3, 4, 5]);
    expect(await stage.deadLetters()).toEqual([
      {
        id,
        type: mailRequested,
        correlationId: 'request-1',
        message: expect.objectContaining({ id, aggregate: { id: 'a', version: 1 } }),
        error: expect.stringContaining('no such thing'),
        attempts: 3,
      },
    ]);
    expect(await stage.receiver.query('SELECT FROM inbox WHERE message_id = $1', [id])).toEqual([]);
  });

  it('live again when they are delivered again and can be handled', async () => {
    stage.startRelay();
    const consumer = stage.startConsumer({ fail: () => no, attempts: 1 });
    await stage.send('a', 1);
    await until(async () => (await stage.deadLetters()).length === 1);
    await consumer.stop(5000);
    stage.startConsumer();
    await stage.deliverAgain('again');
    await until(async () => (await stage.effects()).length === 1);
    expect(await stage.deadLetters()).toEqual([]);
  });

  it('do not rest when they were handled meanwhile', async () => {
    stage.startRelay();
    stage.startConsumer();
    const id = await stage.send('a', 1);
    await until(async () => (await stage.effects()).length === 1);
    const given = { name: mailRequested, id, data: null };
    await new DeadLetters(stage.receiver).add(given, no, 1);
    expect(await stage.deadLetters()).toEqual([]);
  });

  it('because they take too long are broken off', async () => {
    stage.startRelay();
    stage.startConsumer({
      attempts: 1,
      handling: { limit: 3000 },
      fail: (version) => (version === 1 ? new Promise<null>(() => undefined) : null),
    });
    await stage.send('a', 1);
    await stage.send('b', 2);
    await until(async () => (await stage.deadLetters()).length > 0 && (await stage.inQueue()) === 0);
    expect(await stage.deadLetters()).toEqual([
      expect.objectContaining({ error: expect.stringContaining('not handled within 3 s') }),
    ]);
    expect((await stage.effects()).map(({ version }) => version)).toEqual([2]);
  });

  it('because a statement of theirs takes too long are broken off, and hold nobody up', async () => {
    stage.startRelay();
    stage.startConsumer({
      attempts: 1,
      handling: { limit: 3000 },
      statement: (version) => (version === 1 ? 'SELECT pg_sleep(600)' : null),
    });
    const began = performance.now();
    await stage.send('a', 1);
    await stage.send('a', 2);
    await until(async () => (await stage.effects()).length > 0);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect((await stage.effects()).map(({ version }) => version)).toEqual([2]);
    expect(await stage.deadLetters()).toHaveLength(1);
  });

  it('let the others pass meanwhile when one of them hangs', async () => {
    stage.startRelay();
    const letGo = Promise.withResolvers<null>();
    stage.startConsumer({ fail: (version) => (version === 1 ? letGo.promise : null) });
    await stage.send('a', 1);
    for (let version = 2; version <= 30; version += 1) await stage.send(`b${version % 5}`, version);
    await until(async () => (await stage.effects()).length === 29);
    expect((await stage.effects()).map(({ version }) => version)).not.toContain(1);
    letGo.resolve(null);
    await until(async () => (await stage.effects()).length === 30);
  });

  it('of whatever kind keep nothing else from being handled', async () => {
    const good = Array.from({ length: 20 }, (_, index) => index + 100);
    stage.startRelay();
    await stage.put(
      'members.mail-requested.v2',
      { type: 'members.mail-requested.v2' },
      { jobId: 'another-version' },
    );
    await stage.put(mailRequested, 'no message', { jobId: 'text' });
    await stage.put('', [1, 2], { jobId: 'nameless' });
    for (const version of [1, ...good]) await stage.send(`a${version % 7}`, version);
    stage.startConsumer({ fail: (version) => (version === 1 ? no : null) });
    await until(async () => (await stage.deadLetters()).length === 4 && (await stage.inQueue()) === 0);
    const handled = (await stage.effects()).map(({ version }) => version);
    expect(handled.toSorted((a, b) => a - b)).toEqual(good);
    const told = (await stage.deadLetters()).map(({ message, error }) => [message, error.split('\n')[0]]);
    expect(told).toEqual(
      expect.arrayContaining([
        [
          { type: 'members.mail-requested.v2' },
          expect.stringMatching(/^Unreadable: This is no message: id: /),
        ],
        ['no message', expect.stringMatching(/^Unreadable: This is no message: Invalid input/)],
        [[1, 2], expect.stringMatching(/^Unreadable: This is no message: /)],
        [expect.objectContaining({ aggregate: { id: 'a1', version: 1 } }), 'Error: no such thing'],
      ]),
    );
  });

  if (name === 'Redis') {
    it('as they are no JSON rest at once', async () => {
      await stage.put(mailRequested, {}, { jobId: 'broken' });
      await corruptInRedis(redisDatabase, '{mailer}:mailer:broken', '{"id": ');
      stage.startRelay();
      stage.startConsumer();
      await stage.send('a', 1);
      await until(async () => (await stage.effects()).length === 1 && (await stage.inQueue()) === 0);
      expect(await stage.deadLetters()).toEqual([
        expect.objectContaining({ type: mailRequested, message: '{"id": ' }),
      ]);
    });
  }

  it.each([
    [
      'of a version that there is not yet',
      'members.mail-requested.v2',
      { type: 'members.mail-requested.v2' },
    ],
    ['of an unknown type', 'members.nothing-known.v1', {}],
    ['of another type than they say', 'members.person-erased.v1', {}],
    ['without an aggregate', mailRequested, { aggregate: null }],
    ['with a payload of another version', mailRequested, { payload: { mailId: 'x' } }],
    ['that are for another app', 'members.sign-in-asked.v1', { type: 'members.sign-in-asked.v1' }],
  ])('as they are %s rest at once', async (_case, name, change) => {
    const id = '019a8d5e-0000-7000-8000-00000000000a';
    const data = {
      id,
      type: mailRequested,
      aggregate: { id: 'a', version: 1 },
      correlationId: 'request-1',
      at: '2026-01-01T12:00:00Z',
      payload: { signInId: id },
      ...change,
    };
    stage.startConsumer();
    await stage.put(name, data, { attempts: 10 });
    await until(async () => (await stage.deadLetters()).length > 0 && (await stage.inQueue()) === 0);
    expect(await stage.deadLetters()).toEqual([expect.objectContaining({ type: name, message: data })]);
  });

  it('that the queue itself gave up rest too, whether somebody was there or not', async () => {
    await stage.put(mailRequested, 'no message', { attempts: 1, jobId: 'given-up' });
    const worker = stage.queues.worker('mailer', () => Promise.reject(no), {});
    worker.on('error', () => undefined);
    const failed = async () => {
      const queue = stage.queues.queue('mailer');
      const count = await queue.getFailedCount();
      await queue.close();
      return count;
    };
    await until(async () => (await failed()) === 1);
    await worker.close();
    stage.startConsumer();
    await until(async () => (await stage.deadLetters()).length === 1);
    await until(async () => (await failed()) === 0);
    expect(await stage.deadLetters()).toEqual([
      expect.objectContaining({ message: 'no message', error: 'no such thing' }),
    ]);
  });

  it('because their own database does not answer have as many attempts as before', async () => {
    let attempts = 0;
    stage.startRelay();
    stage.startConsumer({
      attempts: 2,
      fail: () => {
        attempts += 1;
        if (attempts === 1) stage.receiverGate.shut();
        return attempts === 2 ? no : null;
      },
    });
    await stage.send('a', 1);
    await until(() => attempts === 1);
    await until(async () => (await stage.delayed()) > 0);
    await stage.receiverGate.open();
    await until(async () => (await stage.inQueue()) === 0);
    expect(attempts).toBe(3);
    expect(await stage.effects()).toHaveLength(1);
    expect(await stage.deadLetters()).toEqual([]);
  });
});
