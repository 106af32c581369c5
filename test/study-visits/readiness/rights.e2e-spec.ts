import { randomUUID } from 'node:crypto';
import type { StagedTraveller, StagedVisit } from '../stage.js';
import { startReadiness, type Headers, type ReadinessStage } from './readiness-stage.js';
import { marks, told } from './told.js';

describe('who sees how ready somebody is', () => {
  let stage: ReadinessStage;
  let visit: StagedVisit;
  let mine: StagedTraveller;
  let other: StagedTraveller;
  let organisationId: string;
  let contact: Headers;
  let colleague: Headers;
  let stranger: Headers;

  beforeAll(async () => {
    stage = await startReadiness();
    visit = await stage.visit({ status: 'confirmed' });
    organisationId = randomUUID();
    mine = await stage.traveller(visit, { name: 'Mina Ours', organisationId });
    other = await stage.traveller(visit, { name: 'Otto Theirs', organisationId: randomUUID() });
    await stage.tellAll(mine);
    await stage.tell(mine, 'insurance', { ...told.insurance, until: '2035-03-12' }, 1);
    contact = await stage.person({ organisationId, isContact: true });
    colleague = await stage.person({ organisationId, isContact: false });
    stranger = await stage.person({ organisationId: randomUUID(), isContact: true });
  });
  afterAll(() => stage?.stop());

  const status = async (path: string, headers: Headers, method: 'GET' | 'POST' = 'GET') =>
    method === 'GET'
      ? (await fetch(stage.url + path, { headers })).status
      : (await stage.form(path, {}, headers)).status;

  it('is staff alone, on every page of theirs and in the API', async () => {
    const manage = visit.manage;
    const one = `${manage}/readiness/${mine.id}`;
    const api = `/api/v1/study-visits/visits/${visit.id}`;
    const gets = [
      `${manage}/readiness`,
      `${manage}/readiness/export.csv`,
      `${manage}/readiness/settings`,
      one,
      `${one}/passport`,
      `${manage}/sensitive-data`,
      '/visits/manage/rules',
      `${api}/readiness`,
      `${api}/readiness/${mine.id}`,
      `${api}/readiness-settings`,
      `${api}/sensitive-data`,
      `${api}/sensitive-data/looks`,
    ];
    const posts = [
      `${manage}/readiness/settings`,
      `${one}/look`,
      `${one}/passport`,
      '/visits/manage/rules/new',
    ];
    for (const path of gets) {
      expect([path, await status(path, stage.staff)]).toEqual([path, 200]);
      for (const headers of [{}, stage.own, contact, colleague, stranger])
        expect([path, await status(path, headers)]).toEqual([path, 403]);
    }
    for (const path of posts) {
      for (const headers of [stage.own, contact, colleague, stranger])
        expect([path, await status(path, headers, 'POST')]).toEqual([path, 403]);
    }
    const look = { items: ['passport'], why: 'Curious' };
    for (const headers of [stage.own, contact, stranger]) {
      const asked = await stage.api('POST', `/visits/${visit.id}/readiness/${mine.id}/looks`, headers, look);
      expect(asked.status).toBe(403);
    }
  });

  it('is each traveller of themselves, by their own link and no other', async () => {
    const own = `/visits/travellers/${mine.secret}/ready`;
    const items = Object.keys(told);
    for (const path of [own, ...items.map((item) => `${own}/${item}`)])
      expect(await status(path, {})).toBe(200);
    const theirs = await (await fetch(`${stage.url}/visits/travellers/${other.secret}/ready`)).text();
    expect(theirs).not.toContain('Mina Ours');
    for (const secret of ['x', 'A'.repeat(43), mine.secret.toLowerCase(), mine.id]) {
      expect(await status(`/visits/travellers/${secret}/ready`, {})).toBe(404);
      expect(await status(`/visits/travellers/${secret}/ready/passport`, {})).toBe(404);
      expect(await status(`/visits/travellers/${secret}/ready/passport`, stage.own, 'POST')).toBe(404);
      const api = `/api/v1/study-visits/traveller-links/${secret}/readiness`;
      expect(await status(api, {})).toBe(404);
    }
    // A page of another site cannot send the form for them.
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example.org' };
    expect(await status(`${own}/passport`, foreign, 'POST')).toBe(403);
  });

  it('is a booking-contact of their own people: done or to do, and neither a reason nor a word of what was told', async () => {
    const path = `/visits/organisation/${organisationId}/readiness`;
    const response = await fetch(stage.url + path, { headers: contact });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('Mina Ours');
    expect(text).toContain('To do');
    expect(text).not.toContain('Otto Theirs');
    expect(text).not.toContain('it ends before');
    for (const mark of marks) expect(text.toLowerCase()).not.toContain(mark.toLowerCase());
    expect(text).not.toContain(mine.secret);
    const { body } = await stage.api<{ visits: { travellers: { marks: Record<string, string> }[] }[] }>(
      'GET',
      `/organisations/${organisationId}/readiness`,
      contact,
    );
    expect(body.visits).toHaveLength(1);
    expect(body.visits[0]?.travellers).toHaveLength(1);
    expect(body.visits[0]?.travellers[0]?.marks).toMatchObject({ passport: 'done', insurance: 'to-do' });
    for (const headers of [colleague, stranger]) expect(await status(path, headers)).toBe(404);
    expect(await status(path, {})).toBe(403);
    expect(await status(path, stage.staff)).toBe(404);
    expect(
      await status(`/api/v1/study-visits${path.replace('/visits/organisation', '/organisations')}`, stranger),
    ).toBe(404);
  });
});
