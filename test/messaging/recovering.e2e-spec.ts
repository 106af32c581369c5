import { inboxDays, openQueues, outboxDays, prune, Relay } from '#messaging';
import { backends, emptyQueues, emptyRedis } from './backends.js';
import { keptLog, Stage } from './stage.js';
import { until } from '../until.js';

const redisDatabase = 3;

describe.each(backends(redisDatabase))('messages on $name', ({ name, settings }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set(settings);
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  const leaseIsOver = () =>
    stage.sender.query(
      `UPDATE outbox SET leased_until = now() - interval '1 second' WHERE claim IS NOT NULL`,
    );

  it('that a relay had claimed when it was killed are delivered when its lease is over, by another', async () => {
    await stage.claims().settleOn(await stage.queues.identity());
    await stage.send('a', 1);
    await stage.send('a', 2);
    const killed = stage.claims();
    const claim = await killed.claim(10);
    expect(claim.rows.map(({ aggregateVersion }) => aggregateVersion)).toEqual([1, 2]);

    const relay = stage.startRelay();
    stage.startConsumer();
    await stage.send('a', 3);
    await stage.send('b', 4);
    await until(async () => (await stage.effects()).length === 1);
    // What is about the same thing waits for what was claimed before it.
    expect((await stage.effects()).map(({ version }) => version)).toEqual([4]);

    await leaseIsOver();
    relay.wake();
    await until(async () => (await stage.effects()).length === 4);
    expect((await stage.effects()).map(({ version }) => version)).toEqual([4, 1, 2, 3]);
    expect(await killed.delivered(claim, await stage.queues.identity())).toBe(0);
  });

  it('that are claimed anew are no more the first claim’s', async () => {
    const claims = stage.claims();
    await claims.settleOn('these');
    await stage.send('a', 1);
    const first = await claims.claim(10);
    expect((await claims.claim(10)).rows).toEqual([]);
    await leaseIsOver();
    const second = await claims.claim(10);
    expect(await claims.delivered(first, 'these')).toBe(0);
    await claims.release(first);
    expect((await claims.claim(10)).rows).toEqual([]);
    expect(await claims.delivered(second, 'these')).toBe(1);
  });

  it('put into queues that were lost meanwhile do not count as delivered', async () => {
    const claims = stage.claims();
    expect(await claims.settleOn('these')).toBe(0);
    await stage.send('a', 1);
    await stage.send('b', 1);
    const [before, after] = [await claims.claim(1), await claims.claim(1)];
    expect(await claims.delivered(before, 'these')).toBe(1);
    expect(await claims.settleOn('those')).toBe(1);
    expect(await claims.settleOn('those')).toBe(0);
    expect(await claims.delivered(after, 'these')).toBe(0);
    expect(await stage.waiting()).toBe(2);
  });

  it('are delivered again, to have their effect once, when the queues are others than before', async () => {
    const { log, lines } = keptLog();
    stage.startRelay(log);
    stage.startConsumer();
    await stage.send('a', 1);
    await until(async () => (await stage.effects()).length === 1 && (await stage.waiting()) === 0);
    await stage.sender.query(`UPDATE outbox_target SET identity = 'others'`);
    // The relay notices when it wants to note what it delivered.
    await stage.send('a', 2);
    await until(async () => (await stage.effects()).length === 2 && (await stage.waiting()) === 0);
    await until(async () => (await stage.inQueue()) === 0);
    expect(await stage.effects()).toHaveLength(2);
    expect(lines).toContainEqual(
      expect.objectContaining({ messages: 1, msg: 'the queues are not as they were; delivering again' }),
    );
    expect(await stage.sender.query('SELECT identity FROM outbox_target')).toEqual([
      { identity: await stage.queues.identity() },
    ]);
  });

  it('that were in the queues when those were emptied are not lost', async () => {
    const before = await stage.queues.identity();
    expect(await stage.queues.identity()).toBe(before);
    stage.startRelay();
    await stage.send('a', 1);
    await until(async () => (await stage.waiting()) === 0 && (await stage.inQueue()) === 1);
    await (name === 'Redis' ? emptyRedis(redisDatabase) : emptyQueues(stage.database));
    expect(await stage.inQueue()).toBe(0);
    expect(await stage.queues.identity()).not.toBe(before);
    stage.startRelay();
    stage.startConsumer();
    await until(async () => (await stage.effects()).length === 1);
  });

  it('wait for a queue that cannot be reached', async () => {
    const nowhere =
      name === 'Redis'
        ? { REDIS_URL: 'redis://127.0.0.1:1' }
        : { QUEUE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' };
    const queues = openQueues(nowhere);
    await expect(queues.check()).rejects.toThrow();
    const { log, lines } = keptLog();
    const relay = new Relay({ claims: stage.claims(), queues, log });
    relay.start();
    await stage.send('a', 1);
    await until(() => lines.some(({ msg }) => msg === 'messages cannot be delivered; trying again'));
    expect(await stage.waiting()).toBe(1);
    await relay.stop();
    await queues.close();
    stage.startRelay();
    stage.startConsumer();
    await until(async () => (await stage.effects()).length === 1);
  });

  it('are forgotten some time after they were delivered and handled', async () => {
    stage.startRelay();
    stage.startConsumer();
    for (let version = 1; version <= 2; version += 1) await stage.send('a', version);
    await until(async () => (await stage.effects()).length === 2 && (await stage.waiting()) === 0);
    const age = (days: number) => `now() - interval '${days} days'`;
    await stage.sender.query(
      `UPDATE outbox SET delivered_at = ${age(outboxDays - 1)};
       UPDATE outbox SET delivered_at = ${age(outboxDays + 1)} WHERE aggregate_version = 1`,
    );
    await stage.receiver.query(
      `UPDATE inbox SET handled_at = ${age(inboxDays - 1)};
       UPDATE inbox SET handled_at = ${age(inboxDays + 1)} WHERE message_id = (SELECT min(message_id::text)::uuid FROM inbox)`,
    );
    await stage.send('a', 3);
    await until(async () => (await stage.effects()).length === 3 && (await stage.waiting()) === 0);
    for (const dataSource of [stage.sender, stage.receiver]) await prune(dataSource);
    const left = await stage.sender.query<{ version: number }[]>(
      'SELECT aggregate_version AS version FROM outbox ORDER BY position',
    );
    expect(left.map(({ version }) => version)).toEqual([2, 3]);
    expect(await stage.receiver.query('SELECT FROM inbox')).toHaveLength(2);
    expect(inboxDays).toBeGreaterThan(outboxDays);
  });
});
