import { backends } from './backends.js';
import { keptLog, mailRequested, Stage, type ConsumerOptions } from './stage.js';
import { until } from '../until.js';

describe.each(backends(1))('messages on $name', ({ settings }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set(settings);
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  it('have their effect, and are told of in the log with what caused them', async () => {
    const [sending, handling] = [keptLog(), keptLog()];
    stage.startRelay(sending.log);
    stage.startConsumer({ log: handling.log });
    const id = await stage.send('a', 1, 'request-1');
    await until(async () => (await stage.inQueue()) === 0 && (await stage.effects()).length > 0);
    expect(await stage.effects()).toEqual([{ aggregate: 'a', version: 1, correlationId: 'request-1' }]);
    const about = { messageId: id, type: mailRequested, correlationId: 'request-1' };
    expect(sending.lines).toContainEqual(expect.objectContaining({ ...about, msg: 'message delivered' }));
    expect(handling.lines).toContainEqual(expect.objectContaining({ ...about, msg: 'message handled' }));
  });

  /** How often ten messages have their effect when each is delivered five times, to two consumers at once. */
  async function effectsOfRedelivery(options: ConsumerOptions): Promise<number> {
    stage.startRelay();
    for (let version = 1; version <= 10; version += 1) await stage.send(`a${version % 3}`, version);
    await until(async () => (await stage.waiting()) === 0);
    for (const again of ['1', '2', '3', '4']) await stage.deliverAgain(again);
    stage.startConsumer(options);
    stage.startConsumer(options);
    await until(async () => (await stage.inQueue()) === 0);
    return (await stage.effects()).length;
  }

  it('have their effect once, however often they are delivered', async () => {
    expect(await effectsOfRedelivery({})).toBe(10);
  });

  it('would have it each time without the inbox', async () => {
    expect(await effectsOfRedelivery({ handling: { once: false } })).toBe(50);
  });

  it('are not sent by a transaction that is rolled back', async () => {
    stage.startRelay();
    stage.startConsumer();
    const failing = stage.sender.transaction(async (manager) => {
      await stage.add(manager, 'a', 1);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await stage.send('a', 2);
    await until(async () => (await stage.inQueue()) === 0 && (await stage.effects()).length > 0);
    expect(await stage.effects()).toEqual([expect.objectContaining({ version: 2 })]);
  });

  it('are handled in the order of each aggregate, whichever relay delivers them', async () => {
    const versions = Array.from({ length: 40 }, (_, index) => index + 1);
    const aggregates = ['a', 'b', 'c'];
    stage.startRelay();
    stage.startRelay();
    stage.startConsumer();
    await Promise.all(
      aggregates.map(async (aggregate) => {
        for (const version of versions) await stage.send(aggregate, version);
      }),
    );
    await until(async () => (await stage.effects()).length === 120);
    const effects = await stage.effects();
    for (const aggregate of aggregates) {
      const handled = effects.filter((effect) => effect.aggregate === aggregate);
      expect(handled.map(({ version }) => version)).toEqual(versions);
    }
  });

  it('are delivered once by two relays that work at the same time', async () => {
    const relays = [keptLog(), keptLog()];
    const delivered = (): unknown[][] =>
      relays.map(({ lines }) =>
        lines.filter(({ msg }) => msg === 'message delivered').map(({ messageId }) => messageId),
      );
    for (const { log } of relays) stage.startRelay(log);
    const end = performance.now() + 60_000;
    let sent = 0;
    // One relay alone can be done with a lot before the other has looked, so there are more until both have had some.
    do {
      const from = sent + 1;
      sent += 600;
      await stage.sender.transaction(async (manager) => {
        for (let version = from; version <= sent; version += 1)
          await stage.add(manager, `a${version}`, version);
      });
      await until(async () => (await stage.waiting()) === 0);
    } while (delivered().some((part) => part.length === 0) && performance.now() < end);
    expect(delivered().flat()).toHaveLength(sent);
    expect(new Set(delivered().flat()).size).toBe(sent);
    expect(delivered().every((part) => part.length > 0)).toBe(true);
  });

  it('at hand are finished when the consumer stops', async () => {
    const started = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<null>();
    stage.startRelay();
    const consumer = stage.startConsumer({
      fail: () => {
        started.resolve();
        return goOn.promise;
      },
    });
    await stage.send('a', 1);
    await started.promise;
    const stopped = consumer.stop(10_000);
    goOn.resolve(null);
    await stopped;
    expect(await stage.effects()).toHaveLength(1);
    expect(await stage.inQueue()).toBe(0);
  });

  it('that came while nobody was there for an hour are all handled then, in their order', async () => {
    const versions = Array.from({ length: 60 }, (_, index) => index + 1);
    const aggregates = Array.from({ length: 10 }, (_, index) => `a${index}`);
    await stage.sender.transaction(async (manager) => {
      for (const version of versions)
        for (const aggregate of aggregates) await stage.add(manager, aggregate, version);
    });
    await stage.sender.query(`UPDATE outbox SET at = at - interval '1 hour'`);
    stage.startRelay();
    await until(async () => (await stage.waiting()) === 0);
    expect(await stage.inQueue()).toBe(600);
    stage.startConsumer();
    await until(async () => (await stage.inQueue()) === 0, 60_000);
    const effects = await stage.effects();
    expect(effects).toHaveLength(600);
    for (const aggregate of aggregates) {
      const handled = effects.filter((effect) => effect.aggregate === aggregate);
      expect(handled.map(({ version }) => version)).toEqual(versions);
    }
    expect(await stage.deadLetters()).toEqual([]);
  });

  it('that come while nobody is there wait', async () => {
    const consumer = stage.startConsumer();
    const began = performance.now();
    await consumer.stop(60_000);
    expect(performance.now() - began).toBeLessThan(30_000);
    stage.startRelay();
    await stage.send('a', 1);
    await until(async () => (await stage.waiting()) === 0);
    expect(await stage.effects()).toEqual([]);
    stage.startConsumer();
    await until(async () => (await stage.effects()).length === 1);
  });
});
