import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runDue } from '../../run-due.js';
import { startVisits, staffPerson, type Answer, type StagedVisit, type VisitsStage } from '../stage.js';
import {
  stageApplication,
  stageOffer,
  stageTold,
  type StagedApplication,
} from '../selection/selection-stage.js';
import { whileVisitLocked } from '../visit-locked.js';
import { withoutVisitLock } from '../visit-lock-off.js';

/** Connections that wait for the lock at once: as many as the app has. */
const together = 5;

describe('many who answer at once', () => {
  let stage: VisitsStage;
  let staff: Record<string, string>;

  beforeAll(async () => {
    stage = await startVisits();
    staff = await stage.headers({ ...staffPerson, via: 'api' });
  });
  afterAll(() => stage?.stop());

  const answer = ({ secret }: StagedApplication, said: 'accept' | 'decline') =>
    stage.api<{ code?: string }>('POST', `/application-links/${secret}/offer`, {}, { answer: said });
  const accepted = (answers: readonly Answer<unknown>[]) =>
    answers.filter(({ status }) => status === 200).length;

  /** Who has a place, by what the limits count. */
  async function taken({ id }: StagedVisit) {
    const [row] = await stage.query<{
      all: number;
      general: number;
      newcomer: number;
      most: number;
      full: number;
    }>(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE counts_as = 'general')::int AS general,
         count(*) FILTER (WHERE counts_as = 'newcomer')::int AS newcomer,
         count(*) FILTER (WHERE category = 'full')::int AS "full",
         coalesce((SELECT max(n)::int FROM (SELECT count(*) AS n FROM travellers WHERE visit_id = $1 AND status = 'confirmed'
           AND organisation_id IS NOT NULL GROUP BY organisation_id) x), 0) AS most
       FROM travellers WHERE visit_id = $1 AND status = 'confirmed' AND part = 'delegate'`,
      [id],
    );
    return row;
  }

  /** Fifty offers where, since they were made, there are places for four: for everybody three, for newcomers one. */
  async function fifty() {
    const { visit, applications } = await stageTold(stage, {
      columns: {
        places: 4,
        organisation_limit: 1,
        category_limits: JSON.stringify([{ category: 'full', most: 2 }]),
        reserved: JSON.stringify([{ kind: 'newcomer', places: 1 }]),
      },
      applications: Array.from({ length: 50 }, (_, index) => ({
        organisationId: `org-${index % 12}`,
        organisationName: `Organisation ${index % 12}`,
        category: index % 12 < 4 ? 'full' : 'affiliate',
        isNewcomer: index % 3 === 0,
      })),
    });
    for (const [index, application] of applications.entries())
      await stageOffer(stage, visit, application, { counts_as: index % 3 === 0 ? 'newcomer' : 'general' });
    return { visit, applications };
  }

  it('never have more places than there are, nor more than a limit or what is kept for others allows', async () => {
    const { visit, applications } = await fifty();
    const answers = await whileVisitLocked(stage, visit.id, together, () =>
      Promise.all(applications.map((each) => answer(each, 'accept'))),
    );
    const found = await taken(visit);
    expect(found).toMatchObject({ all: 4, general: 3, newcomer: 1, most: 1 });
    expect(found?.full).toBeLessThanOrEqual(2);
    expect(accepted(answers)).toBe(4);
    for (const { status, body } of answers.filter((each) => each.status !== 200))
      expect([status, body.code]).toEqual([409, 'no-place-left']);
  });

  it('would have more without the lock', async () => {
    const { visit, applications } = await fifty();
    // Numbers of travellers are unlike each other, which would stop them, too.
    await stage.query('DROP INDEX travellers_number_key');
    try {
      await withoutVisitLock(stage, 'travellers', () =>
        Promise.all(applications.map((each) => answer(each, 'accept'))),
      );
      const found = await taken(visit);
      expect(found?.all).toBeGreaterThan(4);
    } finally {
      await stage.query('DELETE FROM visits WHERE id = $1', [visit.id]);
      await stage.query('CREATE UNIQUE INDEX travellers_number_key ON travellers (visit_id, number)');
    }
  });

  it('have one place each, however often they press', async () => {
    const { visit, applications } = await stageTold(stage, { applications: [{}] });
    const [one] = applications as [StagedApplication];
    await stageOffer(stage, visit, one);
    const answers = await whileVisitLocked(stage, visit.id, together, () =>
      Promise.all(Array.from({ length: 8 }, () => answer(one, 'accept'))),
    );
    expect(accepted(answers)).toBe(8);
    expect(await taken(visit)).toMatchObject({ all: 1 });
    const mails = await stage.query(
      `SELECT FROM outbox WHERE type = 'study-visits.traveller-confirmed.v1' AND payload ->> 'visitId' = $1`,
      [visit.id],
    );
    expect(mails.length).toBeLessThanOrEqual(1);
  });

  it('leave the places to reserves who move up, never more than there are', async () => {
    const { visit, applications } = await stageTold(stage, {
      columns: { places: 6, organisation_limit: 2 },
      applications: Array.from({ length: 40 }, (_, index) => ({
        organisationId: `org-${index % 9}`,
        organisationName: `Organisation ${index % 9}`,
      })),
    });
    const offered = applications.slice(0, 6);
    for (const each of offered) await stageOffer(stage, visit, each);
    // Three decline, two accept, one is late: its deadline has passed, which nobody has noticed yet.
    const late = offered[5] as StagedApplication;
    await stage.query('UPDATE offers SET deadline = $2 WHERE application_id = $1', [late.id, new Date(0)]);
    const byHand = applications
      .slice(30)
      .map(({ id: applicationId }) =>
        stage.api('POST', `/visits/${visit.id}/offers`, staff, { applicationId, why: 'We ask you.' }),
      );
    const answers = await Promise.all([
      ...offered.slice(0, 3).map((each) => answer(each, 'decline')),
      ...offered.slice(3).map((each) => answer(each, 'accept')),
      ...byHand,
      runDue(stage.system, 'study-visits', 'lapse-offers').then(() => ({ status: 0, body: {} })),
    ]);
    expect(answers[5]).toMatchObject({ status: 409, body: { code: 'offer-lapsed' } });
    // Everybody who is offered a place now accepts, those who had answered too.
    const all = await Promise.all(applications.map((each) => answer(each, 'accept')));
    expect(all.some(({ status }) => status >= 500)).toBe(false);
    const found = await taken(visit);
    expect(found?.all).toBe(6);
    expect(found?.most).toBeLessThanOrEqual(2);
    const promised = await stage.query(
      `SELECT FROM offers WHERE visit_id = $1 AND status IN ('offered', 'accepted')`,
      [visit.id],
    );
    expect(promised).toHaveLength(6);
  });

  it('get at most the one place that is free, however many staff offer it to by hand', async () => {
    const { visit, applications } = await stageTold(stage, {
      columns: { places: 1 },
      applications: Array.from({ length: 10 }, () => ({})),
    });
    const offer = ({ id: applicationId }: StagedApplication) =>
      stage.api('POST', `/visits/${visit.id}/offers`, staff, { applicationId, why: 'We ask you.' });
    const answers = await whileVisitLocked(stage, visit.id, together, () =>
      Promise.all(applications.map(offer)),
    );
    expect(accepted(answers)).toBe(1);
    const unlocked = await withoutVisitLock(stage, 'offers', async () => {
      const other = await stageTold(stage, { columns: { places: 1 }, applications: [{}, {}, {}] });
      return Promise.all(
        other.applications.map(({ id: applicationId }) =>
          stage.api('POST', `/visits/${other.visit.id}/offers`, staff, { applicationId, why: 'We ask you.' }),
        ),
      );
    });
    expect(accepted(unlocked)).toBeGreaterThan(1);
  });

  it('accept nothing that was given up meanwhile', async () => {
    const { visit } = await stageTold(stage, { applications: [] });
    const one = await stageApplication(stage, visit);
    await stageOffer(stage, visit, one);
    const answers = await whileVisitLocked(stage, visit.id, 2, () =>
      Promise.all([answer(one, 'accept'), answer(one, 'decline')]),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    const [row] = await stage.query<{ status: string }>(
      'SELECT status FROM offers WHERE application_id = $1',
      [one.id],
    );
    expect(await taken(visit)).toMatchObject({ all: row?.status === 'accepted' ? 1 : 0 });
  });
});
