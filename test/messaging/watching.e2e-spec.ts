import { randomUUID } from 'node:crypto';
import { OwnQueue, prune, ReadDeadLetters, ReadState, ReadTrace, Requeue, Timings } from '#messaging';
import { createLog } from '#platform';
import { backends } from './backends.js';
import { mailRequested, Stage } from './stage.js';
import { until } from '../until.js';

const log = createLog('tests', 'silent');

describe.each(backends(6))('an app’s messages on $name', ({ settings }) => {
  let stage: Stage;
  let queue: OwnQueue;
  let requeue: Requeue;
  let state: ReadState;
  beforeAll(async () => {
    stage = await Stage.set(settings);
    queue = new OwnQueue('mailer', stage.queues);
    requeue = new Requeue(stage.receiver, queue, log);
    state = new ReadState(stage.receiver, queue, log);
  });
  afterEach(() => stage.clear());
  afterAll(async () => {
    await queue.close();
    await stage.strike();
  });

  const no = new Error('no such thing');

  /** Has so many messages given up at their first attempt. @returns their ids */
  async function giveUp(count: number): Promise<string[]> {
    const consumer = stage.startConsumer({ attempts: 1, fail: () => no });
    stage.startRelay();
    const ids = await stage.sender.transaction(async (manager) => {
      const sent: string[] = [];
      for (let version = 1; version <= count; version += 1)
        sent.push(await stage.add(manager, `a${version}`, version, 'request-1'));
      return sent;
    });
    await until(async () => (await stage.deadLetters()).length === count);
    await consumer.stop(5000);
    return ids;
  }

  it('are told of: what waits, how long it took to arrive, what was handled and what was given up', async () => {
    const [dead] = await giveUp(1);
    stage.startRelay();
    for (let version = 1; version <= 3; version += 1) await stage.send('b', version);
    await until(async () => (await stage.inQueue()) === 3);
    expect(await state.read()).toEqual({
      outbox: { waiting: 0, oldestAt: null },
      queue: { waiting: 3, active: 0, delayed: 0, failed: 0 },
      lag: null,
      handled: [],
      deadLetters: { resting: 1, requeued: 0 },
    });
    stage.startConsumer();
    await until(async () => (await stage.effects()).length === 3);
    await until(async () => (await stage.inQueue()) === 0);
    const { queue: empty, lag, handled } = await state.read();
    expect(empty).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
    expect(lag?.median).toBeGreaterThan(0);
    expect(lag?.p95).toBeGreaterThanOrEqual(lag?.median ?? Infinity);
    expect(handled.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect((await new ReadTrace(stage.receiver).of('request-1')).deadLetters).toEqual([
      expect.objectContaining({ id: dead, attempts: 1, requeuedAt: null }),
    ]);
  });

  it('that wait in the outbox are counted, and the first of them named', async () => {
    await stage.send('a', 1);
    await stage.send('a', 2);
    const sending = new ReadState(stage.sender, queue, log);
    const { outbox } = await sending.read();
    expect(outbox.waiting).toBe(2);
    const [row] = await stage.sender.query<{ at: Date }[]>('SELECT min(at) AS at FROM outbox');
    expect(outbox.oldestAt).toBe(row?.at.toISOString());
  });

  it('that were given up are handled once when they are put back by several at once, again and again', async () => {
    const [id = ''] = await giveUp(1);
    const outcomes = await Promise.all([requeue.one(id, 'r'), requeue.one(id, 'r'), requeue.one(id, 'r')]);
    expect(outcomes.toSorted()).toEqual(['requeued', 'under-way', 'under-way']);
    expect((await state.read()).deadLetters).toEqual({ resting: 0, requeued: 1 });
    // Nobody has handled it for a while: the queue may have lost it.
    await stage.receiver.query(`UPDATE dead_letters SET requeued_at = requeued_at - interval '16 minutes'`);
    expect(await requeue.one(id, 'r')).toBe('requeued');
    expect(await stage.inQueue()).toBe(2);
    stage.startConsumer();
    await until(async () => (await stage.inQueue()) === 0);
    expect(await stage.effects()).toHaveLength(1);
    expect(await stage.deadLetters()).toEqual([]);
    expect(await requeue.one(id, 'r')).toBe('gone');
    expect(await requeue.one('1', 'r')).toBe('gone');
    expect(await new ReadDeadLetters(stage.receiver).one(id)).toBeNull();
  });

  it('that were given up are all put back, more than go in one step, by two at once', async () => {
    await giveUp(450);
    await stage.receiver.query(
      `INSERT INTO dead_letters (id, type, message, error, attempts) VALUES ($1, 'another.type.v1', '{}', 'x', 1)`,
      [randomUUID()],
    );
    const both = await Promise.all([requeue.all(mailRequested, 'r'), requeue.all(mailRequested, 'r')]);
    expect(both.reduce((sum, { requeued }) => sum + requeued, 0)).toBe(450);
    stage.startConsumer();
    await until(async () => (await stage.inQueue()) === 0);
    const versions = (await stage.effects()).map(({ version }) => version).toSorted((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: 450 }, (_, index) => index + 1));
    expect(await stage.deadLetters()).toEqual([expect.objectContaining({ type: 'another.type.v1' })]);
  });

  it('that were given up rest again when they fail again, also when they are no messages at all', async () => {
    const data = { payload: { name: 'Ada Lovelace' }, 'Ada Lovelace': 1 };
    stage.startConsumer();
    await stage.put('not.known.v1', data, { attempts: 10 });
    await until(async () => (await stage.deadLetters()).length === 1);
    const letters = new ReadDeadLetters(stage.receiver);
    const [before] = (await letters.list(null, 1)).items;
    expect(await requeue.one(before?.id ?? '', 'r')).toBe('requeued');
    await until(async () => (await letters.list(null, 1)).items[0]?.requeuedAt === null);
    const { items, total, types } = await letters.list('not.known.v1', 1);
    expect([items.length, total, types]).toEqual([1, 1, [{ type: 'not.known.v1', total: 1, resting: 1 }]]);
    expect(items[0]?.id).toBe(before?.id);
    expect(Date.parse(items[0]?.diedAt ?? '')).toBeGreaterThan(Date.parse(before?.diedAt ?? ''));
    expect(JSON.stringify(await letters.one(before?.id ?? ''))).not.toMatch(/Ada|Lovelace/);
    expect((await letters.list('another.v1', 1)).items).toEqual([]);
  });

  it('stay where they are when the queue cannot be reached', async () => {
    const [id = ''] = await giveUp(1);
    const unreachable = { ...stage.queues, check: () => Promise.reject(new Error('gone')) };
    const lost = new OwnQueue('mailer', unreachable);
    await expect(new Requeue(stage.receiver, lost, log).one(id, 'r')).rejects.toThrow('gone');
    const read = await new ReadState(stage.receiver, lost, log).read();
    expect([read.queue, read.deadLetters]).toEqual([null, { resting: 1, requeued: 0 }]);
    expect(await stage.inQueue()).toBe(0);
  });

  it('have it noted how long they took', async () => {
    const id = randomUUID();
    await stage.receiver.query(
      `INSERT INTO inbox (message_id, type, correlation_id) VALUES ($1, 'a', 'request-2'), ($2, 'a', 'request-2')`,
      [id, randomUUID()],
    );
    const timings = new Timings(stage.receiver, log);
    timings.note(id, 12);
    await timings.write();
    const { handled } = await new ReadTrace(stage.receiver).of('request-2');
    expect(handled.find((row) => row.id === id)?.tookMs).toBe(12);
    expect(handled.find((row) => row.id !== id)?.tookMs).toBeNull();
  });

  it('that were given up are forgotten after 90 days', async () => {
    await stage.receiver.query(
      `INSERT INTO dead_letters (id, type, message, error, attempts, died_at)
       VALUES (gen_random_uuid(), 'old', '{}', 'x', 1, now() - interval '91 days'),
         (gen_random_uuid(), 'young', '{}', 'x', 1, now() - interval '89 days')`,
    );
    await prune(stage.receiver);
    expect((await stage.deadLetters()).map(({ type }) => type)).toEqual(['young']);
  });
});
