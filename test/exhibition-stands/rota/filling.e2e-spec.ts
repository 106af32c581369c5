import { onAnotherConnection } from '#platform';
import { backends } from '../../messaging/backends.js';
import { until } from '../../until.js';
import { FillStage, type StagedRota } from './fill-stage.js';
import { BrokenDraft, NoDraft } from './plain-draft.js';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe.each(backends(9))('filling a rota, queues in $name', ({ settings }) => {
  let stage: FillStage;
  let byHand: Awaited<ReturnType<FillStage['draftOf']>>;
  const asStaged = async (staged: StagedRota) => {
    byHand = await stage.draftOf(staged);
    expect(byHand).toHaveLength(1);
    return staged;
  };

  beforeAll(async () => {
    stage = await FillStage.set(settings);
  });
  afterEach(async () => {
    await stage.stopAll();
    // What a test that failed has left is not for the next one to find.
    await stage.dataSource.query(
      `UPDATE fills SET status = 'cancelled', finished_at = now() WHERE finished_at IS NULL`,
    );
  });
  afterAll(() => stage.strike());

  it('writes the rota to the draft and keeps what is pinned', async () => {
    const staged = await stage.exhibition();
    const [first] = await stage.draftOf(staged);
    const pin = { person: first?.member ?? '', slot: first?.shift ?? '' };
    await stage.dataSource.query(
      'UPDATE draft_assignments SET is_pinned = true WHERE exhibition_id = $1 AND shift_id = $2',
      [staged.exhibitionId, pin.slot],
    );
    const asked = await stage.ask({ ...staged, problem: { ...staged.problem, pinned: [pin] } });
    expect(asked).toMatchObject({ status: 'waiting', askedBy: 'sam', progress: null, answer: null });
    stage.start();
    const done = await stage.becomes(asked, 'done');
    expect(done.answer).toMatchObject({ status: 'proven', short: [], violations: [] });
    expect(done).toMatchObject({ error: null, progress: { objective: done.answer?.objective } });
    const draft = await stage.draftOf(staged);
    expect(new Set(draft.map(({ shift, member }) => `${shift} ${member}`))).toEqual(
      new Set(done.answer?.assignments.map(({ slot, person }) => `${slot} ${person}`)),
    );
    expect(draft.filter(({ isPinned }) => isPinned)).toEqual([{ ...first, isPinned: true }]);
    expect(draft.filter(({ source }) => source === 'fill')).toHaveLength(3);
  });

  it('says what pins make impossible, and leaves the draft', async () => {
    const staged = await asStaged(await stage.exhibition());
    const { problem } = staged;
    const pinned = problem.slots
      .slice(0, 3)
      .map(({ id }) => ({ person: problem.people[0]?.id ?? '', slot: id }));
    stage.start();
    const asked = await stage.ask({ ...staged, problem: { ...problem, pinned } });
    const { answer } = await stage.becomes(asked, 'done');
    expect(answer?.conflicts).toEqual([expect.objectContaining({ rule: 'in-a-row' })]);
    expect(await stage.draftOf(staged)).toEqual(byHand);
  });

  it('fills one rota of an exhibition at a time, and one of all at a time', async () => {
    const long = await stage.endless();
    const short = await stage.exhibition();
    const replica = stage.start();
    const running = await stage.ask(long, 600);
    await expect(stage.ask(long)).rejects.toMatchObject({ status: 409, code: 'already-filling' });
    const pid = await stage.searching(replica);
    const waiting = await stage.ask(short);
    await until(async () => (await stage.read(running)).progress !== null);
    expect((await stage.read(running)).progress?.objective).toBeGreaterThan(0);
    expect(await stage.read(waiting)).toMatchObject({ status: 'waiting' });
    expect(replica.solver.pid).toBe(pid);
    expect(await stage.cancel(running)).toMatchObject({ status: 'cancelled' });
    await stage.becomes(waiting, 'done');
    expect(isAlive(pid)).toBe(false);
    expect(await stage.draftOf(long)).toHaveLength(1);
    // What is over stays as it is.
    expect(await stage.cancel(waiting)).toMatchObject({ status: 'done' });
  });

  it('says so when the solver’s process is killed, leaves the draft, and goes on', async () => {
    const staged = await asStaged(await stage.endless());
    const replica = stage.start();
    const asked = await stage.ask(staged, 600);
    const next = await stage.ask(await stage.exhibition());
    process.kill(await stage.searching(replica), 'SIGKILL');
    const failed = await stage.becomes(asked, 'failed');
    expect(failed.error).toMatch(/^The search for a rota ended unexpectedly\..*The draft is as it was\.$/);
    expect(await stage.draftOf(staged)).toEqual(byHand);
    await stage.becomes(next, 'done');
    // Whoever reads it may ask again.
    const again = await stage.ask(staged, 600);
    expect(again.id).not.toBe(asked.id);
    await stage.cancel(again);
  });

  it.each([
    ['memory for its data', { megabytes: 16 }, /needed more memory/],
    ['memory for the search', { megabytes: 120 }, /needed more memory/],
    ['time', { grace: -598_000 }, /did not come to an end in its time/],
  ])('says so when the solver runs out of %s, and leaves the draft', async (_what, place, words) => {
    const staged = await asStaged(await stage.endless());
    stage.start({ place });
    const failed = await stage.becomes(await stage.ask(staged, 600), 'failed');
    expect(failed.error).toMatch(words);
    expect(await stage.draftOf(staged)).toEqual(byHand);
  });

  it('writes the best that was found when there is no more memory', async () => {
    const staged = await stage.endless();
    // Enough to know how good the rota is that it begins with, and for little more.
    stage.start({ place: { megabytes: 300 }, draft: new NoDraft() });
    const { answer } = await stage.becomes(await stage.ask(staged, 600), 'done');
    expect(answer).toMatchObject({ status: 'within', ended: 'memory', violations: [] });
    expect(answer?.bound).toBeGreaterThan(0);
  });

  it('is taken up by another process when the service stops, and by none when it died twice', async () => {
    const staged = await stage.exhibition();
    const long = await asStaged(await stage.endless());
    const replica = stage.start();
    const asked = await stage.ask(long, 600);
    await stage.searching(replica);
    await replica.stop();
    expect(await stage.read(asked)).toMatchObject({ status: 'waiting', progress: null });
    await stage.cancel(asked);

    // What a process leaves that is killed: nobody says any more that it is at work.
    const left = async (attempts: number) => {
      const fill = await stage.ask(staged);
      await stage.dataSource.query(
        `UPDATE fills SET status = 'running', attempts = $2, seen_at = now() - interval '1 hour' WHERE id = $1`,
        [fill.id, attempts],
      );
      return fill;
    };
    const once = await left(1);
    const next = stage.start();
    await stage.becomes(once, 'done');
    await next.stop();
    const twice = await left(2);
    stage.start();
    expect((await stage.becomes(twice, 'failed')).error).toMatch(/^The service stopped twice/);
    expect(await stage.draftOf(long)).toEqual(byHand);
  });

  it('leaves the draft when it cannot be written, or was stopped just before', async () => {
    const staged = await asStaged(await stage.exhibition());
    const broken = stage.start({ draft: new BrokenDraft() });
    const failed = await stage.becomes(await stage.ask(staged), 'failed');
    expect(failed.error).toMatch(/^A rota was found but could not be written down/);
    expect(await stage.draftOf(staged)).toEqual(byHand);
    await broken.stop();

    await stage.dataSource.transaction(async (manager) => {
      await manager.query('SELECT lock_exhibition($1)', [staged.exhibitionId]);
      // Not by the transaction's own connection: that sees others as they were when it first looked.
      await onAnotherConnection(async () => {
        stage.start();
        const asked = await stage.ask(staged);
        await until(async () => {
          const waiting = await stage.dataSource.query<unknown[]>(
            `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%lock_exhibition%'
             AND datname = current_database()`,
          );
          return waiting.length > 0;
        });
        await stage.cancel(asked);
      });
    });
    await stage.stopAll();
    expect(await stage.fills.last(staged.exhibitionId)).toMatchObject({ status: 'cancelled', answer: null });
    expect(await stage.draftOf(staged)).toEqual(byHand);
  });
});
