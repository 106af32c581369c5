import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runDue } from '../../run-due.js';
import { stageOffer, stagePerson, stageTold, type StagedApplication } from '../selection/selection-stage.js';
import { staffPerson, startVisits, type Answer, type VisitsStage } from '../stage.js';

interface Body {
  readonly code?: string;
  readonly status?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

type Headers = Record<string, string>;

describe('offers of places', () => {
  let stage: VisitsStage;
  let staff: Headers;
  let contact: Headers;
  let other: Headers;
  let applicant: Headers;
  let colleague: Headers;

  const signedIn = (id: string) => stage.headers({ id, roles: ['person', 'booking-contact'], via: 'api' });

  beforeAll(async () => {
    stage = await startVisits();
    staff = await stage.headers({ ...staffPerson, via: 'api' });
    const leeds = { id: 'leeds', name: 'Leeds Council' };
    await stagePerson(stage, 'contact', { organisation: leeds, isContact: true });
    await stagePerson(stage, 'colleague', { organisation: leeds });
    await stagePerson(stage, 'other', {
      organisation: { id: 'bury', name: 'Bury Council' },
      isContact: true,
    });
    await stagePerson(stage, 'applicant');
    [contact, other, applicant, colleague] = (await Promise.all(
      ['contact', 'other', 'applicant', 'colleague'].map(signedIn),
    )) as [Headers, Headers, Headers, Headers];
  });
  afterAll(() => stage?.stop());

  const leeds = { organisationId: 'leeds', organisationName: 'Leeds Council' };
  const answer = (headers: Headers, { id }: StagedApplication, said = 'accept') =>
    stage.api<Body>('POST', `/offers/${id}`, headers, { answer: said });
  const statusOf = async ({ id }: StagedApplication) =>
    (await stage.query<{ status: string }>('SELECT status FROM offers WHERE application_id = $1', [id]))[0]
      ?.status;
  const brief = ({ status, body }: Answer<Body>) => [status, status === 200 ? body.status : body.code];

  it('are read and answered by the applicant and who books for their organisation, and nobody else', async () => {
    const { visit, applications } = await stageTold(stage, {
      columns: { places: 3 },
      applications: [{ ...leeds, personId: 'applicant' }, leeds, {}],
    });
    const [one, two, three] = applications as [StagedApplication, StagedApplication, StagedApplication];
    for (const each of applications) await stageOffer(stage, visit, each);
    for (const headers of [other, colleague, staff]) {
      expect((await stage.api('GET', `/offers/${one.id}`, headers)).status).toBe(404);
      expect((await answer(headers, one)).status).toBe(404);
    }
    expect((await answer({}, one)).status).toBe(403);
    for (const headers of [contact, other, applicant])
      expect((await answer(headers, three)).status).toBe(404);
    const forged = await stage.api('GET', `/application-links/${'x'.repeat(43)}/offer`, {});
    expect(forged.status).toBe(404);
    for (const headers of [contact, applicant, other]) {
      expect((await stage.api('GET', `/visits/${visit.id}/offers`, headers)).status).toBe(403);
      const byHand = { applicationId: three.id, why: 'I want to.' };
      expect((await stage.api('POST', `/visits/${visit.id}/offers`, headers, byHand)).status).toBe(403);
    }
    expect(brief(await answer(applicant, one))).toEqual([200, 'accepted']);
    expect(brief(await answer(contact, two))).toEqual([200, 'accepted']);
    // Whoever books for the organisation is not led to the traveller's own page.
    const page = await fetch(`${stage.url}/visits/mine/applications/${two.id}/offer`, {
      headers: await stage.headers({ id: 'contact', roles: ['person', 'booking-contact'] }),
    });
    const text = await page.text();
    expect(text).toContain('The place is accepted.');
    expect(text).not.toContain('/visits/travellers/');
  });

  it('are too late once their deadline has come, and go to the next reserve who fits', async () => {
    const { visit, applications } = await stageTold(stage, {
      columns: { places: 2, organisation_limit: 1 },
      applications: [leeds, leeds, leeds, {}],
    });
    const [one, two, three, four] = applications as [
      StagedApplication,
      StagedApplication,
      StagedApplication,
      StagedApplication,
    ];
    await stage.traveller(visit, leeds);
    await stageOffer(stage, visit, four, { deadline: '2026-04-01T12:00:00Z' });
    const late = await stage.api<Body>(
      'POST',
      `/application-links/${four.secret}/offer`,
      {},
      { answer: 'accept' },
    );
    expect(brief(late)).toEqual([409, 'offer-lapsed']);
    await runDue(stage.system, 'study-visits', 'lapse-offers');
    expect(await statusOf(four)).toBe('lapsed');
    // Leeds has its one already, so the place stays free.
    for (const each of [one, two, three]) expect(await statusOf(each)).toBeUndefined();
    const deadline = async (at: string) =>
      stage.api<Body>('POST', `/visits/${visit.id}/offers/${four.id}/deadline`, staff, { deadline: at });
    expect((await deadline('2026-04-02T12:00:00Z')).body.errors?.[0]?.code).toBe('too-early');
    expect((await deadline('2035-03-11T00:00:00Z')).body.errors?.[0]?.code).toBe('too-late');
    expect((await deadline('2035-01-10T12:00:00Z')).status).toBe(200);
    expect((await deadline('2035-01-09T12:00:00Z')).body.errors?.[0]?.code).toBe('too-early');
    expect(await statusOf(four)).toBe('offered');
    const accepted = await stage.api<Body>(
      'POST',
      `/application-links/${four.secret}/offer`,
      {},
      { answer: 'accept' },
    );
    expect(accepted.status).toBe(200);
    expect((await deadline('2035-01-20T12:00:00Z')).body.code).toBe('offer-answered');
  });

  it('are made by hand within the limits, or with one set aside, and told with the reason', async () => {
    const { visit, applications } = await stageTold(stage, {
      columns: {
        places: 2,
        organisation_limit: 1,
        reserved: JSON.stringify([{ kind: 'press', places: 1 }]),
      },
      applications: [leeds, leeds],
    });
    const [one, two] = applications as [StagedApplication, StagedApplication];
    const offer = ({ id: applicationId }: StagedApplication, more: object = {}) =>
      stage.api<Body>('POST', `/visits/${visit.id}/offers`, staff, {
        applicationId,
        why: 'Speaks Basque.',
        ...more,
      });
    expect((await offer(one, { why: ' ' })).body.errors?.[0]?.code).toBe('reason-missing');
    expect((await offer(one, { countsAs: 'press' })).body.errors?.[0]?.code).toBe('not-eligible');
    expect((await offer(one)).status).toBe(200);
    expect((await offer(one)).body.code).toBe('has-offer');
    expect((await offer(two)).body.errors?.[0]?.code).toBe('organisation-limit');
    // The other place is kept for the press.
    expect((await offer(two, { lifts: ['organisation'] })).body.errors?.[0]?.code).toBe('general-full');
    await stage.query('UPDATE visits SET places = 3 WHERE id = $1', [visit.id]);
    expect((await offer(two, { lifts: ['organisation'] })).status).toBe(200);
    for (const each of [one, two]) expect(brief(await answer(contact, each))).toEqual([200, 'accepted']);
    const mails = await stage.query<{ text: string }>(
      `SELECT payload ->> 'text' AS text FROM outbox WHERE type = 'study-visits.mail-requested.v1'
       AND payload ->> 'subject' LIKE 'A place for you%' AND payload ->> 'text' LIKE '%Speaks Basque.%'`,
    );
    expect(mails).toHaveLength(2);
    const history = await stage.query('SELECT FROM visit_history WHERE visit_id = $1', [visit.id]);
    expect(history).toHaveLength(2);
  });
});
