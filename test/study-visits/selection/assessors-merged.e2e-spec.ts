import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { person, startTelling, type Telling } from '../../events-calendar/read-model/telling.js';
import { insert, startVisits, type VisitsStage } from '../stage.js';
import { stageApplication } from './selection-stage.js';

describe('two assessors who turn out to be one person', () => {
  let stage: VisitsStage;
  let telling: Telling;

  beforeAll(async () => {
    stage = await startVisits({ apps: ['study-visits', 'members'] });
    telling = await startTelling(stage.system, 'study-visits');
  });
  afterAll(async () => {
    await telling?.stop();
    await stage?.stop();
  });

  const assessor = async (visitId: string, personId: string, name: string) => {
    const id = randomUUID();
    await insert(stage.query, 'selection_assessors', { id, visit_id: visitId, person_id: personId, name });
    return id;
  };
  const score = (assessorId: string, applicationId: string, points: number, savedAt: string) =>
    insert(stage.query, 'selection_scores', {
      assessor_id: assessorId,
      application_id: applicationId,
      points: JSON.stringify([{ criterionId: 'only', points }]),
      note: '',
      saved_at: savedAt,
      version: 1,
    });

  it('score once from then on: of what both scored counts what was saved last', async () => {
    const [one, other] = [person({ name: 'Ann Once' }), person({ name: 'Ann Twice' })];
    for (const each of [one, other]) await telling.tell('members.person-changed.v1', 1, each);
    const [both, single, told] = await Promise.all([stage.visit(), stage.visit(), stage.visit()]);
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => stageApplication(stage, both)));
    for (const { id } of [both, told])
      await insert(stage.query, 'selections', {
        visit_id: id,
        version: 4,
        ...(id === told.id && {
          method: 'draw',
          rules: '{}',
          run_at: '2026-03-02T00:00:00Z',
          told_at: '2026-03-03T00:00:00Z',
        }),
      });
    const kept = await assessor(both.id, one.id, 'Ann Once');
    const gone = await assessor(both.id, other.id, 'Ann Twice');
    const third1 = await assessor(both.id, randomUUID(), 'Bo Else');
    await assessor(single.id, other.id, 'Ann Twice');
    await assessor(told.id, one.id, 'Ann Once');
    await assessor(told.id, other.id, 'Ann Twice');
    // Of the first the merged record’s is the newer one, of the second the other’s; the third only the merged one scored.
    await score(kept, first?.id ?? '', 1, '2026-03-01T10:00:00Z');
    await score(gone, first?.id ?? '', 2, '2026-03-01T11:00:00Z');
    await score(kept, second?.id ?? '', 3, '2026-03-01T12:00:00Z');
    await score(gone, second?.id ?? '', 4, '2026-03-01T11:00:00Z');
    await score(gone, third?.id ?? '', 5, '2026-03-01T11:00:00Z');
    await score(third1, first?.id ?? '', 0, '2026-03-01T09:00:00Z');
    await telling.tell('members.person-changed.v1', 2, { ...other, mergedInto: one.id });
    const assessors = await stage.query<{ visit: string; person: string }>(
      `SELECT visit_id AS visit, person_id AS person FROM selection_assessors WHERE person_id = ANY($1)`,
      [[one.id, other.id]],
    );
    expect(assessors).toHaveLength(3);
    expect(new Set(assessors.map(({ person: id }) => id))).toEqual(new Set([one.id]));
    const scores = await stage.query<{ application: string; points: number }>(
      `SELECT application_id AS application, (points #>> '{0,points}')::int AS points FROM selection_scores
       WHERE assessor_id = $1 ORDER BY points`,
      [kept],
    );
    expect(scores).toEqual([
      { application: first?.id, points: 2 },
      { application: second?.id, points: 3 },
      { application: third?.id, points: 5 },
    ]);
    // Of others nothing is different.
    expect(await stage.query('SELECT FROM selection_scores WHERE assessor_id = $1', [third1])).toHaveLength(
      1,
    );
    const versions = await stage.query<{ id: string; version: number }>(
      'SELECT visit_id AS id, version FROM selections WHERE visit_id = ANY($1)',
      [[both.id, told.id]],
    );
    expect(new Map(versions.map(({ id, version }) => [id, version]))).toEqual(
      new Map([
        [both.id, 5],
        [told.id, 4],
      ]),
    );
  });
});
