import type { StagedVisit } from '../stage.js';
import {
  applicationSecret,
  startApplications,
  type ApplicationsStage,
  type Headers,
  type StagedPerson,
} from './applications-stage.js';

/** What is asked of an application, by page. */
const parts = ['', '/about', '/why', '/access', '/reference', '/check', '/withdraw'];

describe('who sees an application', () => {
  let stage: ApplicationsStage;
  let visit: StagedVisit;
  let contact: StagedPerson;
  let owner: StagedPerson;
  let byThemselves: string;
  let byOrganisation: string;
  let people: Readonly<Record<string, Headers>>;

  beforeAll(async () => {
    stage = await startApplications();
    visit = await stage.visit();
    contact = await stage.person({ name: 'Kim Contact', isContact: true });
    owner = await stage.person({ organisationId: contact.organisationId });
    const colleague = await stage.person({ organisationId: contact.organisationId });
    const otherContact = await stage.person({ isContact: true });
    const [begun] = [await stage.post(`/visits/${visit.slug}/apply`, {}, owner.pages)];
    byThemselves = begun.location?.split('/').at(-1) ?? '';
    const signed = await stage.api<{ ids: readonly string[] }>(
      'POST',
      `/visits/${visit.id}/colleagues`,
      contact.api,
      {
        organisationId: contact.organisationId,
        colleagues: [{ name: 'Bo Example', email: colleague.email }],
      },
    );
    byOrganisation = signed.body.ids[0] ?? '';
    people = {
      nobody: {},
      owner: owner.pages,
      colleague: colleague.pages,
      contact: contact.pages,
      'a contact of another organisation': otherContact.pages,
      'somebody else': (await stage.person()).pages,
    };
  });
  afterAll(() => stage.stop());

  const statuses = async (id: string, part: string) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(people).map(async ([who, headers]) => {
          const { status } = await stage.get(`/visits/mine/applications/${id}${part}`, headers);
          return [who, status] as const;
        }),
      ),
    );

  const refused = {
    nobody: 403,
    owner: 404,
    colleague: 404,
    contact: 404,
    'a contact of another organisation': 404,
    'somebody else': 404,
  };

  it.each(parts)('who applied by themselves: they alone%s', async (part) => {
    expect(await statuses(byThemselves, part)).toEqual({ ...refused, owner: 200 });
  });

  it.each(parts)(
    'who was signed up: they and the contact, to whom what they need is not shown%s',
    async (part) => {
      const contacts = part === '/access' ? 403 : part === '/check' ? 303 : 200;
      expect(await statuses(byOrganisation, part)).toEqual({ ...refused, colleague: 200, contact: contacts });
    },
  );

  it('is changed by nobody else either', async () => {
    const before = await stage.query('SELECT * FROM applications ORDER BY id');
    for (const [who, headers] of Object.entries(people)) {
      for (const [id, allowed] of [
        [byThemselves, ['owner']],
        [byOrganisation, ['colleague', 'contact']],
      ] as const) {
        if ((allowed as readonly string[]).includes(who)) continue;
        for (const part of ['about', 'why', 'access', 'reference', 'remind', 'check', 'withdraw', 'link']) {
          const fields = {
            name: 'Mallory',
            answer: 'x',
            needs: '',
            version: '1',
            email: 'm@example.org',
            relation: 'x',
          };
          const { status } = await stage.post(`/visits/mine/applications/${id}/${part}`, fields, headers);
          expect([who, part, [403, 404].includes(status)]).toEqual([who, part, true]);
        }
      }
    }
    expect(await stage.query('SELECT * FROM applications ORDER BY id')).toEqual(before);
  });

  it('is opened by its own link and no other, whoever is signed in', async () => {
    const secret = applicationSecret(stage, byThemselves);
    expect((await stage.get(`/visits/applications/${secret}`)).status).toBe(200);
    expect((await stage.get(`/visits/applications/${byThemselves}`)).status).toBe(404);
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    expect((await stage.get(`/visits/applications/${wrong}`, owner.pages)).status).toBe(404);
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await stage.post(`/visits/applications/${secret}/withdraw`, {}, foreign)).status).toBe(403);
  });

  it('is listed to the contacts of the organisation, by name and state alone', async () => {
    const path = `/visits/organisation/${contact.organisationId}`;
    const list = await stage.get(path, contact.pages);
    expect(list.status).toBe(200);
    expect(list.body).toContain(byOrganisation);
    expect(list.body).not.toContain(byThemselves);
    for (const [who, headers] of Object.entries(people)) {
      if (who === 'contact') continue;
      expect([who, (await stage.get(path, headers)).status]).toEqual([who, who === 'nobody' ? 403 : 404]);
    }
  });

  it('is no different for programs', async () => {
    const other = await stage.person({ isContact: true });
    for (const [id, allowed] of [
      [byThemselves, [owner]],
      [byOrganisation, [contact]],
    ] as const) {
      for (const person of [owner, contact, other]) {
        const { status } = await stage.api('GET', `/my-applications/${id}`, person.api);
        expect(status).toBe((allowed as readonly StagedPerson[]).includes(person) ? 200 : 404);
      }
    }
    const needs = await stage.api('GET', `/my-applications/${byOrganisation}/access`, contact.api);
    expect(needs.status).toBe(403);
    const listed = await stage.api('GET', `/organisations/${contact.organisationId}/applications`, other.api);
    expect(listed.status).toBe(404);
  });

  it('is for staff of this visit’s address only, and none of what somebody needs', async () => {
    const other = await stage.visit();
    const secret = applicationSecret(stage, byThemselves);
    await stage.post(`/visits/applications/${secret}/access`, { needs: 'A ramp, please', agrees: 'yes' });
    const page = await stage.get(`${visit.manage}/applications/${byThemselves}`, stage.staff);
    expect([page.status, page.body.includes('A ramp')]).toEqual([200, false]);
    expect(page.words).toContain('Told, and kept apart');
    expect((await stage.get(`${other.manage}/applications/${byThemselves}`, stage.staff)).status).toBe(404);
    expect((await stage.get(`${visit.manage}/applications/${byThemselves}`, owner.pages)).status).toBe(403);
    expect((await stage.get(`${visit.manage}/applications`, contact.pages)).status).toBe(403);
    // In the database it is sealed.
    const dump = await stage.query<{ row: string }>(
      `SELECT s::text AS row FROM sensitive_details s UNION ALL SELECT a::text FROM applications a`,
    );
    expect(dump.filter(({ row }) => row.includes('ramp'))).toEqual([]);
    expect(dump.some(({ row }) => row.includes(Buffer.from('ramp').toString('hex')))).toBe(false);
    // They see it themselves, and it goes when they withdraw.
    expect((await stage.get(`/visits/applications/${secret}/access`)).body).toContain('A ramp, please');
    await stage.post(`/visits/applications/${secret}/withdraw`, {});
    expect(await stage.query('SELECT FROM sensitive_details WHERE subject_id = $1', [byThemselves])).toEqual(
      [],
    );
  });
});
