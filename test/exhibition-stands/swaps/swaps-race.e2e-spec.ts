import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { having } from '../day/day-stage.js';
import { withoutExhibitionLock } from '../exhibition-lock-off.js';
import { staffPerson, startStands, type Answer, type StandsStage } from '../stage.js';
import { stageSwaps, swapping, type SeenSwap, type StagedSwaps } from './swaps-stage.js';

/** How often each race is run, so that either comes first. */
const rounds = 3;

type Answers = readonly Answer<SeenSwap>[];

describe('two who decide of a swap at once', () => {
  let stage: StandsStage;
  let staff: Record<string, string>;
  let does: ReturnType<typeof swapping>;

  beforeAll(async () => {
    stage = await startStands();
    staff = await stage.headers({ ...staffPerson, via: 'api' });
    does = swapping(stage);
  });
  afterAll(() => stage?.stop());

  const statuses = (answers: Answers) => answers.map(({ status }) => status).toSorted((a, b) => a - b);
  const ask = async (here: StagedSwaps, wanted: object) => {
    const answer = await does.ask(here.ada, here.adas, wanted);
    expect(answer.status).toBe(201);
    return answer.body.id;
  };

  /** Who has each of the two shifts: one each, whatever happened. */
  const places = async ({ early, late }: StagedSwaps) => [
    (await having(stage, early)).length,
    (await having(stage, late)).length,
  ];

  /** Bo could swap with Ada, and Cy take her shift: both say so at once. */
  async function acceptTwice(run: (work: () => Promise<Answers>) => Promise<Answers>) {
    const here = await stageSwaps(stage);
    const { bo, cy, bos } = here;
    const [withBo, toCy] = [await ask(here, { assignmentId: bos }), await ask(here, { memberId: cy.id })];
    const answers = await run(() =>
      Promise.all([does.answer(bo, withBo, 'accept'), does.answer(cy, toCy, 'accept')]),
    );
    return { here, answers };
  }

  async function acceptAndWithdraw(run: (work: () => Promise<Answers>) => Promise<Answers>) {
    const here = await stageSwaps(stage);
    const id = await ask(here, { assignmentId: here.bos });
    const answers = await run(() =>
      Promise.all([does.answer(here.bo, id, 'accept'), does.answer(here.ada, id, 'withdraw')]),
    );
    return { here, answers };
  }

  async function acceptAndDropOut(run: (work: () => Promise<Answers>) => Promise<Answers>) {
    const here = await stageSwaps(stage);
    const id = await ask(here, { assignmentId: here.bos });
    const answers = await run(() =>
      Promise.all([
        does.answer(here.bo, id, 'accept'),
        does.post(`/team-links/${here.ada.secret}/shifts/${here.adas}/drop-out`, {}),
      ]),
    );
    return { here, answers };
  }

  async function approveTwice(run: (work: () => Promise<Answers>) => Promise<Answers>) {
    const here = await stageSwaps(stage, { needsApproval: true });
    const id = await ask(here, { assignmentId: here.bos });
    await does.answer(here.bo, id, 'accept');
    const approve = () => does.decide(staff, here, id, 'approve');
    const answers = await run(() => Promise.all([approve(), approve()]));
    return { here, answers };
  }

  const plainly = (work: () => Promise<Answers>) => work();
  const unlocked = (table: 'swaps' | 'current_assignments') => (work: () => Promise<Answers>) =>
    withoutExhibitionLock(stage, table, work);

  it('accept two swaps of the same shift: exactly one happens', async () => {
    for (let round = 0; round < rounds; round++) {
      const { here, answers } = await acceptTwice(plainly);
      expect(statuses(answers)).toEqual([200, 409]);
      expect(await places(here)).toEqual([1, 1]);
      const done = await stage.query(`SELECT FROM swaps WHERE exhibition_id = $1 AND status = 'done'`, [
        here.exhibition.id,
      ]);
      expect(done).toHaveLength(1);
    }
  });

  it('accept and withdraw: it happens, or it is withdrawn', async () => {
    for (let round = 0; round < rounds; round++) {
      const { here, answers } = await acceptAndWithdraw(plainly);
      expect(statuses(answers)).toEqual([200, 409]);
      const [accepted] = answers;
      expect(await having(stage, here.early)).toEqual([
        accepted?.status === 200 ? 'Bo Sample' : 'Ada Example',
      ]);
    }
  });

  it('accept and drop out: they swap and she has the other, or the shift is free and he keeps his', async () => {
    for (let round = 0; round < rounds; round++) {
      const { here, answers } = await acceptAndDropOut(plainly);
      const [accepted, dropped] = answers;
      expect([200, 409]).toContain(accepted?.status);
      // What she swapped before is hers no longer.
      expect(dropped?.status).toBe(accepted?.status === 200 ? 404 : 200);
      expect(await places(here)).toEqual(accepted?.status === 200 ? [1, 1] : [0, 1]);
    }
  });

  it('approve: they swap once, and are told once', async () => {
    for (let round = 0; round < rounds; round++) {
      const { here, answers } = await approveTwice(plainly);
      expect(statuses(answers)).toEqual([200, 200]);
      expect(await places(here)).toEqual([1, 1]);
      const assigned = await stage.query(
        `SELECT FROM outbox WHERE type LIKE '%.shift-assigned.v1' AND payload ->> 'exhibitionId' = $1`,
        [here.exhibition.id],
      );
      expect(assigned).toHaveLength(2);
    }
  });

  it('would get in each other’s way, were the exhibition not locked', async () => {
    expect(statuses((await acceptTwice(unlocked('swaps'))).answers)).not.toEqual([200, 409]);
    expect(statuses((await acceptAndWithdraw(unlocked('swaps'))).answers)).not.toEqual([200, 409]);
    expect(statuses((await approveTwice(unlocked('swaps'))).answers)).not.toEqual([200, 200]);
    const { answers } = await acceptAndDropOut(unlocked('current_assignments'));
    expect([
      [200, 404],
      [200, 409],
    ]).not.toContainEqual(statuses(answers));
  });
});
