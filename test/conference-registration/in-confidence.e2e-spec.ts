import {
  beginBooking,
  pagesOf,
  payment,
  stageQuestion,
  totalOn,
  type Fields,
  type Pages,
} from './booking-stage.js';
import { startRunning, type RunningStage } from './running-stage.js';
import type { Booker, StagedConference } from './stage.js';

interface Delegate {
  readonly version: number;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly withheld: readonly string[];
}

const pdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \ntrailer<</Size 3/Root 1 0 R>>\nstartxref\n95\n%%EOF\n';

let stage: RunningStage;
let booker: Booker;
let pages: Pages;
let conference: StagedConference;
let diet: string;
let letter: string;
let travel: string;
let reference: string;
let path: string;
/** The delegate's own page. */
let own: string;
let browser: Pages;

beforeAll(async () => {
  stage = await startRunning();
  booker = await stage.booker({ organisationName: 'Rochdale Borough Council' });
  pages = pagesOf(stage, booker.headers);
  browser = pagesOf(stage, {});
  conference = await stage.conference({ tickets: { Both: {} } });
  diet = await stageQuestion(stage, conference, 1, { label: 'What do you eat?', sensitive: 'dietary' });
  letter = await stageQuestion(stage, conference, 2, {
    kind: 'file',
    label: 'A letter',
    sensitive: 'health',
  });
  travel = await stageQuestion(stage, conference, 3, { label: 'How do you travel?' });
  reference = await beginBooking(stage, booker, conference, { Both: 2 });
  path = `/conference/bookings/${reference}`;
  await save('/delegates/1', { name: 'Ada Example', email: 'ada@example.org', [`answers.${diet}`]: 'Vegan' });
  await save('/delegates/2', { name: 'Ines Example', email: 'ines@example.org' });
  await pages.post(`${path}/delegates/2/invite`, { email: 'ines@example.org' });
  const [mail] = await stage.query<{ text: string }>(
    `SELECT payload ->> 'text' AS text FROM outbox WHERE payload -> 'to' ->> 'address' = 'ines@example.org'`,
  );
  own = /(\/conference\/delegates\/[\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
  const saved = await browser.post(own, {
    name: 'Ines Example',
    email: 'ines@example.org',
    [`answers.${diet}`]: 'Halal',
    [`answers.${letter}`]: new File([pdf], 'letter.pdf', { type: 'application/pdf' }),
    [`answers.${travel}`]: 'By train',
  });
  if (saved.status !== 303) throw new Error(saved.text);
});
afterAll(() => stage.stop());

/** What whoever booked fills in on one of the booking's pages. */
async function save(page: string, fields: Fields) {
  const saved = await pages.post(path + page, { ticketTypeId: conference.tickets['Both'] ?? '', ...fields });
  if (saved.status !== 303) throw new Error(saved.text);
}

const delegate = (number: number, headers = booker.api) =>
  stage.api<Delegate>('GET', `/bookings/${reference}/delegates/${number}`, headers);
const kept = async () => {
  const rows = await stage.query<{ value: unknown }>(
    `SELECT a.value FROM answers a JOIN delegates d ON d.id = a.delegate_id
     WHERE d.name LIKE 'Ines%' AND a.question_id = $1`,
    [diet],
  );
  return rows.map(({ value }) => value);
};

/** What whoever booked sees of the two, before it is confirmed and afterwards. */
async function expectKept(pagesOfOne: readonly string[]) {
  for (const page of pagesOfOne) {
    const { status, text, html } = await pages.get(path + page);
    expect([page, status, text.includes('By train') || html.includes('By train')]).toEqual([page, 200, true]);
    expect([page, /Halal|letter\.pdf/.test(html)]).toEqual([page, false]);
    expect([page, /nswered in confidence/.test(text)]).toEqual([page, true]);
  }
}

describe('what a delegate answered by their own link, of the special categories', () => {
  it('is not shown to whoever booked; what these said for somebody is', async () => {
    await expectKept(['/delegates/2']);
    expect((await pages.get(`${path}/delegates/1`)).html).toContain('Vegan');
    const { body } = await delegate(2);
    expect(body.answers).toEqual({ [travel]: 'By train' });
    expect(body.withheld.toSorted()).toEqual([diet, letter].toSorted());
    expect((await delegate(1)).body).toMatchObject({ answers: { [diet]: 'Vegan' }, withheld: [] });
    expect((await browser.get(own)).html).toContain('Halal');
  });

  it('is a file that only staff get', async () => {
    const [file] = await stage.query<{ id: string }>('SELECT id FROM answer_files');
    expect((await pages.get(`${path}/files/${file?.id ?? ''}`)).status).toBe(404);
    expect((await stage.staff.get(`${path}/files/${file?.id ?? ''}`)).status).toBe(200);
  });

  it('stays as it is when whoever booked saves the rest, by form and by API', async () => {
    await save('/delegates/2', {
      name: 'Ines Renamed',
      email: 'ines@example.org',
      [`answers.${travel}`]: 'By train',
    });
    expect(await kept()).toEqual(['Halal']);
    const { version } = (await delegate(2)).body;
    const put = await stage.api<Delegate>(
      'PUT',
      `/bookings/${reference}/delegates/2`,
      { ...booker.api, 'if-match': `"${version}"` },
      { name: 'Ines Example', email: 'ines@example.org', answers: { [travel]: 'By train' } },
    );
    expect([put.status, put.body.withheld.length]).toEqual([200, 2]);
    expect(await kept()).toEqual(['Halal']);
  });

  it('is not shown once it is confirmed either, and still stays', async () => {
    await save('/payment', payment);
    await expectKept(['/check']);
    const total = await totalOn(pages, reference);
    expect((await pages.post(`${path}/confirm`, { total, terms: 'yes' })).status).toBe(303);
    await expectKept(['/delegates/2/change', '/delegates/2/details']);
    const { version } = (await delegate(2)).body;
    await save('/delegates/2/details', {
      name: 'Ines Example',
      email: 'ines@example.org',
      jobTitle: 'Officer',
      version: String(version),
      [`answers.${travel}`]: 'By train',
    });
    expect(await kept()).toEqual(['Halal']);
  });

  it('is shown to staff on the page that records it, and on no other, like all of its kind', async () => {
    for (const page of ['/delegates/1/change', '/delegates/1/details', '/delegates/2/change']) {
      expect([page, /Vegan|Halal/.test((await stage.staff.get(path + page)).html)]).toEqual([page, false]);
    }
    const { body } = await delegate(1, stage.staffApi);
    expect(body).toMatchObject({ answers: {}, withheld: [diet] });
    const people = await stage.staff.get(`/conference/manage/${conference.id}/needs/people`);
    expect(people.text).toContain('Vegan');
    expect(people.text).toContain('Halal');
  });

  it('is theirs who takes the place to answer anew', async () => {
    const page = await pages.get(`${path}/delegates/2/replace`);
    expect(page.html).toContain(`name="answers.${diet}"`);
    expect(page.html).not.toContain('Halal');
  });
});
