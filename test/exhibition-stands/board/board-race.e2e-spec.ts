import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withoutExhibitionLock } from '../exhibition-lock-off.js';
import { whileLocked } from '../exhibition-locked.js';
import { staffPerson } from '../stage.js';
import { startBoard, type BoardStage } from './board-stage.js';

let stage: BoardStage;
let api: Record<string, string>;
beforeAll(async () => {
  stage = await startBoard();
  api = await stage.headers({ ...staffPerson, via: 'api' });
});
afterAll(() => stage.stop());

/** Two of the staff, who both see an empty draft, put somebody each on the only place of a shift. */
async function lastPlace() {
  const rota = await stage.rota({ shifts: 1, cover: 1 });
  const put = (member: number) =>
    stage.api<{ code?: string }>('POST', `/exhibitions/${rota.id}/draft/acts`, api, {
      act: 'put',
      shiftId: rota.shifts[0],
      memberId: rota.team[member]?.id,
      version: 0,
    });
  const both = async () =>
    (await Promise.all([put(0), put(1)])).map(({ status }) => status).toSorted((a, b) => a - b);
  const placed = async () =>
    (await stage.query('SELECT FROM draft_assignments WHERE exhibition_id = $1', [rota.id])).length;
  return { rota, both, placed };
}

describe('the last place of a shift', () => {
  test('is given once where two give it at once, and the other is told of it', async () => {
    const { rota, both, placed } = await lastPlace();
    expect(await whileLocked(stage, rota.id, 2, both)).toEqual([200, 409]);
    expect(await placed()).toBe(1);
  });

  test('would not be told of without the lock', async () => {
    const { both } = await lastPlace();
    expect(await withoutExhibitionLock(stage, 'draft_assignments', both)).not.toEqual([200, 409]);
  });
});

describe('what the database could not hold', () => {
  test.each([
    ['acts', { act: 'put', memberId: '\0', version: 0 }, 409],
    ['acts', { act: 'put', version: -3e9 }, 422],
    ['undo', { step: 3e9 }, 422],
    ['undo', { step: Number.MAX_SAFE_INTEGER }, 422],
  ])('is refused as %s %j', async (path, body, status) => {
    const { rota } = await lastPlace();
    const whole = path === 'acts' ? { shiftId: rota.shifts[0], memberId: rota.team[0]?.id, ...body } : body;
    const answer = await stage.api('POST', `/exhibitions/${rota.id}/draft/${path}`, api, whole);
    expect(answer).toMatchObject({ status });
  });
});
