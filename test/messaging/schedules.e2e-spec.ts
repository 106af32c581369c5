import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { attemptsAtMost, lastDue, PruneMessages } from '#messaging';
import { backends, emptyQueues, emptyRedis } from './backends.js';
import { scheduled, ScheduleStage } from './schedule-stage.js';
import { keptLog } from './stage.js';
import { until } from '../until.js';

const redisDatabase = 5;

/** Due once in the time that these tests know, in milliseconds: about three years. */
const seldom = 100_000_000_000;

/** As seldom as needs be for no due time to pass while a test goes on, in milliseconds: eleven days. */
const rarely = 1_000_000_000;

const words = (times: readonly Temporal.Instant[]) => times.map((time) => time.toString());

/** How many of the latest due times follow one another without one left out. */
function inARow(times: readonly Temporal.Instant[], every: number): number {
  const late = times.findLastIndex((time, index) => {
    const before = times[index - 1];
    return before !== undefined && time.since(before).total('milliseconds') !== every;
  });
  return times.length - Math.max(0, late);
}

describe.each(backends(redisDatabase))('schedules on $name', ({ name: backend, settings }) => {
  let stage: ScheduleStage;
  let ran: Temporal.Instant[];
  const note = (dueAt: Temporal.Instant) => void ran.push(dueAt);
  beforeAll(async () => {
    stage = await ScheduleStage.set(settings);
  });
  beforeEach(() => {
    ran = [];
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  it('run once for each due time, in one of three replicas, one after the other', async () => {
    let atWork = 0;
    let mostAtWork = 0;
    const work = async (dueAt: Temporal.Instant) => {
      note(dueAt);
      atWork += 1;
      mostAtWork = Math.max(mostAtWork, atWork);
      await wait(50);
      atWork -= 1;
    };
    for (let replica = 1; replica <= 3; replica += 1) stage.start([scheduled('tick', 500, work)]);
    // On a busy machine one may be over before anybody has looked; what counts then is the next.
    await until(() => inARow(ran, 500) >= 6);
    // As if the queue had delivered what it has delivered before.
    for (let again = 1; again <= 5; again += 1) await stage.wake('tick');
    const before = ran.length;
    await until(() => ran.length >= before + 2);
    await stage.stopAll();
    expect(mostAtWork).toBe(1);
    expect(new Set(words(ran)).size).toBe(ran.length);
    expect(ran.map((dueAt) => dueAt.epochMilliseconds % 500)).toEqual(ran.map(() => 0));
    expect(words(ran)).toEqual(words(ran.toSorted((a, b) => Temporal.Instant.compare(a, b))));
    expect((await stage.known()).map(({ isEnded, error }) => [isEnded, error])).toEqual(
      ran.map(() => [true, null]),
    );
  });

  it('would run more often without the row that claims a due time', async () => {
    const schedules = [scheduled('tick', seldom, note)];
    stage.start(schedules, { isClaiming: false });
    stage.start(schedules, { isClaiming: false });
    await until(() => ran.length > 0);
    for (let again = 1; again <= 5; again += 1) await stage.wake('tick');
    await until(() => ran.length >= 6);
    expect(new Set(words(ran)).size).toBe(1);
  });

  it('are taken up by another replica when the process that was at it died, and only then', async () => {
    const timing = { lease: 800 };
    const dueAt = lastDue(seldom, Temporal.Now.instant());
    const dead = await stage.runs(timing).claim('tick', dueAt);
    expect(dead).toEqual({ token: expect.any(String), attempt: 1 });
    const [held] = await stage.dataSource.query<{ until: string }[]>(
      'SELECT leased_until::text AS until FROM schedule_runs',
    );
    expect(await stage.runs().claim('tick', dueAt)).toBe('busy');
    stage.start([scheduled('tick', seldom, note)], { timing });
    stage.start([scheduled('tick', seldom, note)], { timing });
    await until(() => ran.length === 1);
    await until(async () => (await stage.atHand()) === 0);
    const [isAfter] = await stage.dataSource.query<{ lease: boolean }[]>(
      'SELECT began_at >= $1 AS lease FROM schedule_runs',
      [held?.until],
    );
    expect(isAfter).toEqual({ lease: true });
    expect(await stage.known()).toEqual([
      { name: 'tick', dueAt: new Date(dueAt.epochMilliseconds), attempts: 2, isEnded: true, error: null },
    ]);
    if (typeof dead === 'object') await stage.runs().fail(dead, 'I was dead', 1000);
    expect((await stage.known())[0]?.error).toBeNull();
  });

  it('stay with a process for as long as it is at it', async () => {
    const timing = { lease: 4000 };
    const firstLeaseIsOver = async () => {
      const [over] = await stage.dataSource.query<{ is: boolean }[]>(
        'SELECT clock_timestamp() > began_at + make_interval(secs => $1) AS is FROM schedule_runs',
        [(timing.lease + 500) / 1000],
      );
      return over?.is === true;
    };
    const work = async (dueAt: Temporal.Instant) => {
      note(dueAt);
      await until(firstLeaseIsOver);
    };
    stage.start([scheduled('tick', seldom, work)], { timing });
    await until(() => ran.length === 1);
    stage.start([scheduled('tick', seldom, work)], { timing });
    await until(async () => (await stage.known())[0]?.isEnded === true);
    await until(async () => (await stage.atHand()) === 0);
    expect(ran).toHaveLength(1);
  });

  it('tell whoever was taken for dead that another is at it', async () => {
    const { log, lines } = keptLog();
    let signal: AbortSignal | undefined;
    const work = async (dueAt: Temporal.Instant, stopping: AbortSignal) => {
      note(dueAt);
      signal ??= stopping;
      if (ran.length === 1) await new Promise(() => undefined);
    };
    stage.start([scheduled('tick', seldom, work)], { timing: { lease: 400 }, log });
    await until(() => ran.length === 1);
    await stage.dataSource.query('UPDATE schedule_runs SET claim = NULL, leased_until = NULL');
    await until(() => ran.length === 2);
    expect(signal?.aborted).toBe(true);
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'another has taken up what is due here' }));
  });

  it('run once after any downtime, for what was due last', async () => {
    const before = Temporal.Now.instant().subtract({ milliseconds: 50 * rarely });
    const runs = stage.runs();
    for (const [earlier, error] of [
      [3, null],
      [2, 'The database is away.'],
    ] as const) {
      const claim = await runs.claim(
        'rare',
        lastDue(rarely, before.subtract({ milliseconds: earlier * rarely })),
      );
      if (typeof claim === 'object')
        await (error === null ? runs.end(claim) : runs.fail(claim, error, 60_000));
    }
    const broken = lastDue(rarely, before);
    await runs.claim('rare', broken);
    await stage.dataSource.query(
      `UPDATE schedule_runs SET leased_until = now() - interval '50 hours' WHERE claim IS NOT NULL`,
    );
    const due = lastDue(rarely, Temporal.Now.instant());
    stage.start([scheduled('rare', rarely, note)]);
    await until(() => ran.length > 0);
    await until(async () => (await stage.atHand()) === 0);
    expect(words(ran)).toEqual([due.toString()]);
    const known = (await stage.known()).slice(-2).map(({ dueAt, error }) => [dueAt.getTime(), error]);
    expect(known).toEqual([
      [broken.epochMilliseconds, 'Its process died.'],
      [due.epochMilliseconds, null],
    ]);
    // The next start finds it done.
    await stage.stopAll();
    stage.start([scheduled('rare', rarely, note)]);
    await until(async () => (await stage.kept()).length === 1);
    await wait(300);
    expect(ran).toHaveLength(1);
  });

  it('come back when the queues were emptied', async () => {
    stage.start([scheduled('tick', 500, note)]);
    stage.start([scheduled('tick', 500, note)]);
    await until(() => ran.length >= 2);
    await (backend === 'Redis' ? emptyRedis(redisDatabase) : emptyQueues(stage.database));
    const before = ran.length;
    await until(() => ran.length >= before + 3);
    expect(new Set(words(ran)).size).toBe(ran.length);
  });

  it('that are no more declared are removed, and the others go on at their new times', async () => {
    const old = [scheduled('tick', seldom, note), scheduled('former', 500, () => undefined)];
    stage.start(old);
    await until(async () => (await stage.kept()).length === 2);
    await stage.stopAll();
    ran = [];
    stage.start([scheduled('tick', 500, note)]);
    await until(() => ran.length >= 3);
    expect(await stage.kept()).toEqual(['tick']);
  });

  it('that throw are logged and kept with the error, tried again, and left until the next due time', async () => {
    const { log, lines } = keptLog();
    const fail = (dueAt: Temporal.Instant) => {
      note(dueAt);
      throw new Error('There is no paper.');
    };
    stage.start([scheduled('print', seldom, fail)], { timing: { firstRetry: 20 }, log });
    await until(async () => (await stage.known())[0]?.attempts === attemptsAtMost);
    await until(async () => (await stage.known())[0]?.isEnded === true);
    await wait(700);
    expect(ran).toHaveLength(attemptsAtMost);
    expect((await stage.known())[0]?.error).toContain('Error: There is no paper.');
    expect(lines.filter(({ msg }) => msg === 'what was due could not be done')).toHaveLength(attemptsAtMost);
    await stage.stopAll();

    ran = [];
    let isBroken = true;
    const mended = (dueAt: Temporal.Instant) => {
      note(dueAt);
      if (isBroken) throw new Error('There is no paper.');
    };
    stage.start([scheduled('tick', 500, mended)], { timing: { firstRetry: 60_000 } });
    await until(() => ran.length >= 2);
    isBroken = false;
    const failed = ran.length;
    await until(() => ran.length >= failed + 1);
    expect(new Set(words(ran)).size).toBe(ran.length);
  });

  it('that hang are given up after a while', async () => {
    let calls = 0;
    const hang = () => {
      calls += 1;
      return calls === 1 ? new Promise<void>(() => undefined) : undefined;
    };
    stage.start([scheduled('hang', seldom, hang)], { timing: { limit: 300, firstRetry: 20 } });
    await until(async () => (await stage.known())[0]?.isEnded === true && calls === 2);
    expect(await stage.known()).toEqual([expect.objectContaining({ attempts: 2, error: null })]);
  });

  it('finish what they are at when the service stops, or leave it to another at once', async () => {
    let isFinished = false;
    const brief = async (dueAt: Temporal.Instant) => {
      note(dueAt);
      await wait(300);
      isFinished = true;
    };
    const long = async (dueAt: Temporal.Instant, stopping: AbortSignal) => {
      note(dueAt);
      for (;;) {
        await wait(20);
        stopping.throwIfAborted();
      }
    };
    // Far longer than is waited below for another to have it.
    const timing = { lease: 10 * 60_000 };
    stage.start([scheduled('brief', seldom, brief), scheduled('long', seldom, long)], { timing });
    await until(() => ran.length === 2);
    await stage.stopAll();
    expect(isFinished).toBe(true);
    expect(await stage.known()).toEqual([
      expect.objectContaining({ name: 'brief', isEnded: true, error: null }),
      expect.objectContaining({ name: 'long', isEnded: false, error: null }),
    ]);
    stage.start([scheduled('brief', seldom, brief), scheduled('long', seldom, note)], { timing });
    await until(() => ran.length === 3);
    await until(async () => (await stage.known()).every(({ isEnded }) => isEnded));
  });

  it('are forgotten some time after they were due', async () => {
    await stage.dataSource.query('CREATE TABLE IF NOT EXISTS outbox (delivered_at timestamptz)');
    await stage.dataSource.query('CREATE TABLE IF NOT EXISTS inbox (handled_at timestamptz)');
    await stage.dataSource.query('CREATE TABLE IF NOT EXISTS dead_letters (died_at timestamptz)');
    await stage.dataSource.query(
      `INSERT INTO schedule_runs (name, due_at, attempts, began_at, ended_at, error)
       SELECT kind, now() - make_interval(days => days), 1, now() - make_interval(days => days), now(), error
       FROM (VALUES ('well', NULL), ('badly', 'It rained.')) AS kinds (kind, error), unnest('{1,3,29,31}'::int[]) AS days`,
    );
    await new PruneMessages(stage.dataSource).run();
    const left = (await stage.known()).map(({ name, dueAt }) => [
      name,
      Math.round((Date.now() - dueAt.getTime()) / 86_400_000),
    ]);
    expect(left).toEqual([
      ['badly', 29],
      ['badly', 3],
      ['badly', 1],
      ['well', 1],
    ]);
  });
});
