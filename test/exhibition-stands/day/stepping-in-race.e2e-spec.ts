import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffPerson, startStands, type Answer, type StandsStage } from '../stage.js';
import { asksFor, having, helper, inMinutes, stageDay } from './day-stage.js';
import { withoutExhibitionLock } from '../exhibition-lock-off.js';

interface Refusal {
  readonly code?: string;
  readonly detail?: string;
}

const many = 40;
/** Whoever has a link, in a browser. */
const visitor = { 'sec-fetch-site': 'same-origin' };

describe('a freed shift that many accept at once', () => {
  let stage: StandsStage;
  let staff: Record<string, string>;

  beforeAll(async () => {
    stage = await startStands();
    staff = await stage.headers({ ...staffPerson, via: 'api' });
  }, 180_000);
  afterAll(() => stage?.stop());

  /** A shift with one free place, which so many are asked for. @returns their secrets */
  async function asked() {
    const exhibition = await stageDay(stage);
    const shift = await stage.shift(exhibition, { from: inMinutes(60), until: inMinutes(120), cover: 1 });
    const memberIds: string[] = [];
    for (let number = 1; number <= many; number++) {
      memberIds.push((await helper(stage, exhibition, `Helper ${String(number).padStart(2, '0')}`)).id);
    }
    const path = `/exhibitions/${exhibition.id}/today/shifts/${shift}/requests`;
    const answer = await stage.api('POST', path, staff, { memberIds, mode: 'all', minutes: 10 });
    expect(answer.status).toBe(201);
    return { shift, secrets: [...(await asksFor(stage, shift)).values()] };
  }

  const accept = (secret: string): Promise<Answer<Refusal>> =>
    stage.api('POST', `/cover-links/${secret}/answers`, visitor, { answer: 'accept' });
  const outcome = (answers: readonly Answer<Refusal>[]) => ({
    has: answers.filter(({ status }) => status === 200).length,
    told: answers.filter(({ status, body }) => status === 409 && body.code === 'filled').length,
  });

  it('is had by exactly one, and the others are told kindly', async () => {
    const { shift, secrets } = await asked();
    expect(secrets).toHaveLength(many);
    const answers = await Promise.all(secrets.map(accept));
    expect(outcome(answers)).toEqual({ has: 1, told: many - 1 });
    expect(await having(stage, shift)).toHaveLength(1);
    const states = await stage.query<{ state: string; count: number }>(
      `SELECT a.state, count(*)::int AS count FROM cover_asks a JOIN cover_requests r ON r.id = a.request_id
       WHERE r.shift_id = $1 GROUP BY a.state ORDER BY a.state`,
      [shift],
    );
    expect(states).toEqual([
      { state: 'accepted', count: 1 },
      { state: 'filled', count: many - 1 },
    ]);
    expect(answers.find(({ status }) => status === 409)?.body.detail).toMatch(/Thank you all the same/);
  });

  it('would not be, were the exhibition not locked', async () => {
    const { secrets } = await asked();
    const answers = await withoutExhibitionLock(stage, 'current_assignments', () =>
      Promise.all(secrets.map(accept)),
    );
    expect(outcome(answers)).not.toEqual({ has: 1, told: many - 1 });
  });
});
