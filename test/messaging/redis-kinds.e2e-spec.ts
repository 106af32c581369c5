import type { Temporal } from 'temporal-polyfill';
import { RedisServers, type RedisCluster } from './redis-servers.js';
import { scheduled, ScheduleStage } from './schedule-stage.js';
import { keptLog, Stage } from './stage.js';
import { until } from '../until.js';

/** `npm test` has said so when there is no redis-server to be had. */
const describeWithRedis = process.env['TEST_REDIS_URL'] ? describe : describe.skip;

/** How long to wait for something on a busy machine, in milliseconds; it takes a few seconds at most. */
const limit = 60_000;

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** What the servers of one kind are started for. */
class Scene<Kind extends RedisCluster> {
  private servers: RedisServers | null = null;
  private set: { redis: Kind; stage: Stage; schedules: ScheduleStage } | null = null;

  /** @param start starts the servers */
  constructor(private readonly start: (servers: RedisServers) => Promise<Kind>) {}

  async open(): Promise<void> {
    this.servers = new RedisServers();
    const redis = await this.start(this.servers);
    const settings = () => ({ REDIS_URL: redis.url });
    const stage = await Stage.set(settings);
    this.set = { redis, stage, schedules: await ScheduleStage.set(settings) };
  }

  get now(): { redis: Kind; stage: Stage; schedules: ScheduleStage } {
    if (!this.set) throw new Error('the servers are not there');
    return this.set;
  }

  async clear(): Promise<void> {
    await this.set?.schedules.clear();
    await this.set?.stage.clear();
  }

  async close(): Promise<void> {
    try {
      await this.set?.schedules.strike();
      await this.set?.stage.strike();
    } finally {
      await this.servers?.stop();
    }
  }
}

/** The versions that had an effect, sorted: each must be there once. */
const done = async (stage: Stage) =>
  (await stage.effects()).map(({ version }) => version).toSorted((one, other) => one - other);

/** What must be so on every kind. */
function play<Kind extends RedisCluster>(start: (servers: RedisServers) => Promise<Kind>): Scene<Kind> {
  const scene = new Scene(start);
  beforeAll(() => scene.open());
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  it('are handled once, however often they are delivered, and tried again when they fail', async () => {
    const { stage } = scene.now;
    stage.startRelay();
    for (const version of numbers(1, 20)) await stage.send(`a${version % 4}`, version);
    await until(async () => (await stage.waiting()) === 0, limit);
    await stage.deliverAgain('1');
    expect(await stage.inQueue()).toBe(40);
    const failed = new Set<number>();
    const fail = (version: number) => {
      if (failed.has(version)) return null;
      failed.add(version);
      return new Error('not at first');
    };
    stage.startConsumer({ fail });
    stage.startConsumer({ fail });
    await until(async () => (await stage.inQueue()) === 0, limit);
    expect(failed.size).toBe(20);
    expect(await done(stage)).toEqual(numbers(1, 20));
    expect(await stage.deadLetters()).toEqual([]);
  });

  it('wait for their next attempt in the queue', async () => {
    const { stage } = scene.now;
    let mayFail = true;
    stage.startRelay();
    stage.startConsumer({ attempts: 50, fail: () => (mayFail ? new Error('not yet') : null) });
    await stage.send('a', 1);
    await until(async () => (await stage.delayed()) === 1, limit);
    expect(await stage.effects()).toEqual([]);
    mayFail = false;
    await until(async () => (await stage.inQueue()) === 0, limit);
    expect(await done(stage)).toEqual([1]);
  });

  it('have schedules beside them that run once for each due time', async () => {
    const { schedules } = scene.now;
    const ran: string[] = [];
    const tick = scheduled('tick', 500, (dueAt: Temporal.Instant) => void ran.push(dueAt.toString()));
    schedules.start([tick]);
    schedules.start([tick]);
    await until(() => ran.length >= 3, limit);
    for (let again = 1; again <= 3; again += 1) await schedules.wake('tick');
    await until(() => ran.length >= 5, limit);
    expect(new Set(ran).size).toBe(ran.length);
    expect(await schedules.kept()).toEqual(['tick']);
  });

  it('are in queues that can be told from others', async () => {
    const { stage, redis } = scene.now;
    await stage.queues.check();
    const before = await stage.queues.identity();
    expect(await stage.queues.identity()).toBe(before);
    for (const master of redis.masters) {
      expect(before).toContain(/run_id:(\w+)/.exec(await master.info('server'))?.[1]);
      await master.flushall();
    }
    expect(await stage.queues.identity()).not.toBe(before);
  });

  return scene;
}

describeWithRedis('messages on a cluster of Redis', () => {
  const scene = play((servers) => servers.startCluster());

  it('lie on the nodes that their queues belong to, and are taken from all of them', async () => {
    const { queues } = scene.now.stage;
    const apps = ['members', 'mailer', 'events-calendar'];
    const opened = apps.map((app) => queues.queue(app));
    for (const queue of opened) await queue.add('hello', { to: queue.name });
    const homes = await Promise.all(
      apps.map(async (app) => {
        const keys = await Promise.all(scene.now.redis.masters.map((node) => node.keys(`{${app}}*`)));
        return keys.flatMap((some, node) => (some.length > 0 ? [node] : []));
      }),
    );
    expect(homes).toEqual([[1], [0], [2]]);
    const taken: string[] = [];
    const workers = apps.map((app) =>
      queues.worker(app, async (job) => void taken.push(`${app} ${JSON.stringify(job.data)}`), {}),
    );
    await until(() => taken.length === apps.length, limit);
    await Promise.all(workers.map((worker) => worker.close()));
    await Promise.all(opened.map((queue) => queue.obliterate({ force: true }).then(() => queue.close())));
    expect(taken.toSorted()).toEqual(apps.map((app) => `${app} {"to":"${app}"}`).toSorted());
  });
});

describeWithRedis('messages on Redis that a sentinel watches', () => {
  const scene = play((servers) => servers.startWatched());

  it('come once when the master is killed, even those that only it knew, and schedules go on', async () => {
    const { stage, schedules, redis } = scene.now;
    const [master] = redis.masters;
    const { log, lines } = keptLog();
    let isOver = false;
    const ran: string[] = [];
    // All of these live through it.
    schedules.start([scheduled('tick', 500, (dueAt) => void ran.push(dueAt.toString()))]);
    stage.startRelay(log);
    stage.startConsumer({
      attempts: 50,
      fail: (version) => (version > 10 && !isOver ? new Error('not yet') : null),
    });
    for (const version of numbers(1, 10)) await stage.send('a', version);
    await until(async () => (await stage.waiting()) === 0, limit);
    await until(async () => (await stage.inQueue()) === 0 && ran.length > 0, limit);
    expect(await done(stage)).toEqual(numbers(1, 10));
    const before = await stage.queues.identity();

    await redis.partReplica();
    for (const version of numbers(11, 30)) await stage.send(`b${version}`, version);
    await until(async () => (await stage.waiting()) === 0, limit);
    expect(await redis.replica.dbsize()).toBeLessThan((await master?.dbsize()) ?? 0);
    await Promise.all([
      redis.failOver(),
      ...numbers(31, 40).map((version) => stage.send(`c${version}`, version)),
    ]);
    isOver = true;

    const ranBefore = ran.length;
    await until(async () => (await stage.effects()).length >= 40, limit);
    await until(async () => (await stage.waiting()) + (await stage.inQueue()) === 0, limit);
    await until(() => ran.length >= ranBefore + 2, limit);
    expect(await done(stage)).toEqual(numbers(1, 40));
    expect(await stage.deadLetters()).toEqual([]);
    expect(await stage.queues.identity()).not.toBe(before);
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'the queues are not as they were; delivering again' }),
    );
    expect(new Set(ran).size).toBe(ran.length);
  });
});
