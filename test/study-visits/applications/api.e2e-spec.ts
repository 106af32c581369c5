import type { StagedVisit } from '../stage.js';
import {
  secretIn,
  startApplications,
  type ApplicationsStage,
  type Headers,
  type StagedPerson,
} from './applications-stage.js';

interface Application {
  readonly id: string;
  readonly status: string;
  readonly code: string | null;
  readonly version: number;
  readonly missing: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
  readonly references: readonly { readonly id: string; readonly status: string }[];
  readonly isAccessSaid: boolean | null;
  readonly organisationChoices: readonly { readonly id: string }[];
}

interface Refusal {
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

describe('applications for programs', () => {
  let stage: ApplicationsStage;
  let visit: StagedVisit;
  let person: StagedPerson;

  beforeAll(async () => {
    stage = await startApplications();
    visit = await stage.visit();
    person = await stage.person();
  });
  afterAll(() => stage.stop());

  const seen = (version: number): Headers => ({ 'if-match': `"${version}"` });

  it('go the whole way, signed in', async () => {
    const key = { ...person.api, 'idempotency-key': 'begin-once' };
    const begin = () => stage.api<Application>('POST', `/visits/${visit.slug}/my-application`, key);
    const [begun, again] = [await begin(), await begin()];
    expect([begun.status, again.body.id]).toEqual([201, begun.body.id]);
    expect(begun.body.missing).toEqual(['why', 'bringBack', 'supporter']);
    expect(begun.body.organisationChoices.map(({ id }) => id)).toEqual([person.organisationId]);
    const base = `/my-applications/${begun.body.id}`;
    let { version } = begun.body;
    const put = async (path: string, body: object) => {
      const answer = await stage.api<Application>(
        'PUT',
        base + path,
        { ...person.api, ...seen(version) },
        body,
      );
      expect([path, answer.status]).toEqual([path, 200]);
      ({ version } = answer.body);
      return answer.body;
    };
    await put('/about', { name: 'Robin', jobTitle: 'Officer', organisationId: person.organisationId });
    await put('/answers/why', { answer: 'To learn' });
    await put('/answers/bringBack', { answer: 'A talk' });
    expect((await put('/answers/supporter', { answer: 'My manager' })).missing).toEqual([]);
    const needs = await stage.api<object>('PUT', `${base}/access`, person.api, {
      needs: 'A ramp',
      agrees: true,
    });
    expect(needs.body).toEqual({ needs: 'A ramp', agrees: true });
    const referee = { name: 'Bo', email: 'bo.api@example.org', relation: 'My manager' };
    const asked = await stage.api<Application>('POST', `${base}/references`, person.api, referee);
    expect(asked.body).toMatchObject({ isAccessSaid: true, references: [{ status: 'asked' }] });
    const sent = await stage.api<Application>('POST', `${base}/submit`, person.api);
    expect([sent.status, sent.body.status, sent.body.code?.length]).toEqual([200, 'submitted', 6]);
    const mine = await stage.api<{ items: readonly { code: string }[] }>(
      'GET',
      '/my-applications',
      person.api,
    );
    expect(mine.body.items.map(({ code }) => code)).toEqual([sent.body.code]);
    expect((await stage.api('POST', `${base}/withdraw`, person.api)).status).toBe(204);
  });

  it('go by the link as well, without an account', async () => {
    const email = 'link@example.org';
    // A program without a token says nothing of where it comes from, so it may not begin: that is for browsers of ours.
    const begin = (headers: Headers) =>
      stage.api('POST', `/visits/${visit.id}/application-links`, headers, { name: 'Ann', email });
    expect((await begin({})).status).toBe(403);
    expect((await begin({ 'sec-fetch-site': 'same-origin' })).status).toBe(202);
    const secret = secretIn((await stage.mailsTo(email))[0]?.text ?? '');
    const base = `/application-links/${secret}`;
    const { body } = await stage.api<Application>('GET', base, {});
    expect([body.status, body.missing]).toEqual(['draft', ['about', 'why', 'bringBack', 'supporter']]);
    const answer = { answer: 'To learn' };
    expect((await stage.api('PUT', `${base}/answers/why`, {}, answer)).status).toBe(428);
    expect((await stage.api('PUT', `${base}/answers/why`, seen(body.version), answer)).status).toBe(200);
    const stale = await stage.api<Refusal>('PUT', `${base}/answers/why`, seen(body.version), {
      answer: 'Other',
    });
    expect([stale.status, stale.body.code]).toEqual([412, 'edited-meanwhile']);
    expect((await stage.api('PUT', `${base}/answers/where`, seen(2), answer)).status).toBe(404);
    const missing = await stage.api<Refusal>('POST', `${base}/submit`, {});
    expect([missing.status, missing.body.errors?.map(({ field }) => field)]).toEqual([
      422,
      ['about', 'bringBack', 'supporter'],
    ]);
    const foreign = { ...seen(2), origin: 'https://elsewhere.example' };
    expect((await stage.api('PUT', `${base}/answers/why`, foreign, answer)).status).toBe(403);
  });

  it('refuse what cannot be kept, by stable codes', async () => {
    const { secret } = await stage.begin(visit);
    const base = `/application-links/${secret}`;
    const about = (body: object) => stage.api<Refusal>('PUT', `${base}/about`, seen(1), body);
    const codes = async (body: object) => {
      const { status, body: refusal } = await about(body);
      return [status, refusal.errors?.map(({ field, code }) => `${field} ${code}`)];
    };
    expect(await codes({ name: 'a\0b' })).toEqual([422, ['name unprintable-character']]);
    expect(await codes({ name: 'x'.repeat(201) })).toEqual([422, ['name too-long']]);
    expect(await codes({ name: 'Ann', organisationId: person.organisationId })).toEqual([
      422,
      ['organisationId unknown-choice'],
    ]);
    expect(await codes({ name: 'Ann', organisationId: '\0' })).toEqual([
      422,
      ['organisationId unknown-choice'],
    ]);
    expect(await codes({ name: 'Ann', isAdmin: true })).toEqual([422, ['isAdmin unknown-field']]);
    const long = await stage.api<Refusal>('PUT', `${base}/answers/why`, seen(1), {
      answer: 'x'.repeat(20_000),
    });
    expect(long.body.errors).toMatchObject([{ field: 'answer', code: 'too-long' }]);
    const needs = await stage.api<Refusal>('PUT', `${base}/access`, {}, { needs: 'A ramp', agrees: false });
    expect(needs.body.errors).toMatchObject([{ field: 'agrees', code: 'consent-missing' }]);
    for (const id of ['nobody', '%00', person.id]) {
      expect([id, (await stage.api('GET', `/my-applications/${id}`, person.api)).status]).toEqual([id, 404]);
      const staffs = await stage.api('GET', `/visits/${visit.id}/applications/${id}`, stage.staffApi);
      expect([id, staffs.status]).toEqual([id, 404]);
    }
  });

  it('take references by their links', async () => {
    const { path } = await stage.submitted(visit);
    const email = 'bo.programs@example.org';
    await stage.post(`${path}/reference`, { name: 'Bo', email, relation: 'My manager' });
    const base = `/reference-links/${secretIn((await stage.mailsTo(email))[0]?.text ?? '')}`;
    const read = await stage.api<{ status: string; version: number }>('GET', base, {});
    expect(read.body.status).toBe('asked');
    const given = await stage.api<{ version: number }>('PUT', base, seen(read.body.version), {
      text: 'Good.',
    });
    expect(given.body).toMatchObject({ status: 'given', text: 'Good.' });
    const stale = await stage.api<Refusal>('PUT', base, seen(read.body.version), { text: 'Other.' });
    expect(stale.status).toBe(412);
    const declined = await stage.api<object>('POST', `${base}/decline`, {});
    expect(declined.body).toMatchObject({ status: 'declined', text: null });
  });

  it('are put in and withdrawn by staff', async () => {
    const typed = {
      name: 'Olwen Post',
      organisationName: 'Conwy',
      jobTitle: 'Councillor',
      why: 'By letter',
      bringBack: 'A letter',
      supporter: 'The leader',
    };
    const base = `/visits/${visit.slug}/applications`;
    const key = { ...stage.staffApi, 'idempotency-key': 'put-in-once' };
    const [one, other] = [
      await stage.api<Application>('POST', base, key, typed),
      await stage.api<Application>('POST', base, key, typed),
    ];
    expect([one.status, one.body.status, other.body.id]).toEqual([201, 'submitted', one.body.id]);
    expect((await stage.api('POST', base, person.api, typed)).status).toBe(403);
    const withdrawn = await stage.api<Application>('POST', `${base}/${one.body.id}/withdraw`, stage.staffApi);
    expect(withdrawn.body.status).toBe('withdrawn');
  });
});
