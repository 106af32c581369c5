import type { Browser, BrowserContext, Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '#launcher';
import { mostFromNetwork } from '../../apps/conference-registration/src/guests/ask-as-guest.js';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { beginBooking, pagesOf, type Pages } from './booking-stage.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

let stage: ConferenceStage;
let browser: Browser;
let booker: Booker;
let conference: StagedConference;
let full: StagedConference;

const inMonths = (months: number) => {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() + months, 8);
  return day.toISOString().slice(0, 10);
};

beforeAll(async () => {
  stage = await startConferences();
  browser = await openBrowser();
  booker = await stage.booker({ organisationName: 'Rochdale Borough Council' });
  const everybody = { full: 19_500, associate: 15_000, affiliate: 17_000, 'non-member': 25_000 };
  conference = await stage.conference({
    tickets: {
      'Both days, in person': {
        price: everybody,
        early: [{ category: 'full', until: inMonths(2), pence: 17_000 }],
      },
      'Both days, online': { price: 2500, vatBasisPoints: 0 },
      'Civic dinner': { kind: 'add-on', price: 4500 },
      'For speakers': { hidden: true },
    },
    pools: {
      'In person': { capacity: 12, tickets: ['Both days, in person'] },
      Dinner: { capacity: 0, tickets: ['Civic dinner'] },
    },
    allocations: [{ ticket: 'Both days, in person', places: 2, category: 'full' }],
    columns: {
      title: 'Annual Conference 2035 <b>& AGM</b>',
      venue_name: 'Rochdale Town Hall',
      venue_address: 'The Esplanade\nRochdale OL16 1AZ',
      host_name: 'Rochdale Borough Council',
      days: JSON.stringify([
        { date: '2035-10-09', opens: '10:00', closes: '17:00' },
        { date: '2035-10-10', opens: '09:30', closes: '15:30' },
      ]),
      refund_steps: JSON.stringify([
        { until: '2035-08-31', percent: 100 },
        { until: '2035-09-20', percent: 50 },
      ]),
      closes_at: '2035-09-30T16:00:00Z',
      description: '## What it is about\n\nTwo days of **co-operation**.',
      contact_name: 'Sam Staff',
      contact_phone: '+44 1632 960 001',
    },
  });
  full = await stage.conference({
    tickets: { 'In person': {} },
    pools: { Hall: { capacity: 1 } },
    columns: { title: `Regional gathering ${'with a long name '.repeat(8)}` },
  });
  await beginBooking(stage, booker, full, { 'In person': 1 });
});

afterAll(async () => {
  await browser.close();
  await stage.stop();
});

const visitor = () => pagesOf(stage, {});

/** What a mail to the address says, the newest. */
async function mailTo(address: string): Promise<{ readonly subject: string; readonly text: string }> {
  const [mail] = await stage.query<{ subject: string; text: string }>(
    `SELECT payload ->> 'subject' AS subject, payload ->> 'text' AS text FROM outbox
     WHERE payload -> 'to' ->> 'address' = $1 ORDER BY position DESC LIMIT 1`,
    [address],
  );
  if (!mail) throw new Error(`no mail to ${address}`);
  return mail;
}

const linkIn = (text: string, kind: string): string =>
  new RegExp(`(/conference/${kind}/[\\w-]{43})`).exec(text)?.[1] ?? '';

describe('a conference as everybody sees it', () => {
  it('says when, where, what it costs whom, what is left and how to book', async () => {
    const { text, html, status } = await visitor().get(`/conference/${conference.slug}`);
    expect(status).toBe(200);
    for (const said of [
      'Annual Conference 2035 <b>& AGM</b>',
      'Tuesday 9 to Wednesday 10 October 2035',
      'Tuesday 9 October: 10am to 5pm',
      'Rochdale Town Hall The Esplanade Rochdale OL16 1AZ',
      'Full member £170.00 £195.00',
      'Non-member £250.00 £250.00',
      'Each full member has 2 free places.',
      '£25.00, no VAT for everybody',
      '12 places left.',
      'Civic dinner',
      'Cancelled by Friday 31 August 2035: all of the price is paid back.',
      'Cancelled by Thursday 20 September 2035: 50% of the price is paid back.',
      'Book by Sunday 30 September 2035, 5pm.',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('For speakers');
    expect(html).toContain('"@type":"BusinessEvent"');
    expect(html).toContain('Annual Conference 2035 &lt;b>&amp; AGM&lt;/b>');
  });

  it('shows people what their own organisation pays first, and the others’ prices behind it', async () => {
    const { text } = await pagesOf(stage, booker.headers).get(`/conference/${conference.slug}`);
    expect(text).toContain('£170.00 plus 20% VAT for full members until');
    expect(text).toContain('What others pay for Both days, in person');
    expect((await visitor().get(`/conference/${conference.slug}`)).text).not.toContain('What others pay');
  });

  it('leads from a ticket that is full to the waiting list for that ticket', async () => {
    const two = await stage.conference({
      tickets: { Full: {}, Other: {} },
      pools: { Hall: { capacity: 0, tickets: ['Full'] } },
    });
    const { html } = await visitor().get(`/conference/${two.slug}`);
    const href = /href="([^"]+waiting-list[^"]*)"/.exec(html)?.[1] ?? 'no link';
    const joining = await visitor().get(href);
    expect(/<input[^>]*\bchecked\b[^>]*>/.exec(joining.html)?.[0]).toContain(two.tickets['Full']);
  });

  it('is small, and kept until something of it changes', async () => {
    const path = `${stage.url}/conference/${conference.slug}`;
    const first = await fetch(path);
    const tag = first.headers.get('etag') ?? '';
    expect(gzipSync(await first.text()).length).toBeLessThan(10_000);
    expect((await fetch(path, { headers: { 'if-none-match': tag } })).status).toBe(304);
    await beginBooking(stage, booker, conference, { 'Both days, in person': 1 });
    const changed = await fetch(path, { headers: { 'if-none-match': tag } });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('11 places left.');
  });

  it('is not there while it is a draft, and says why nobody can book when it is not open', async () => {
    const at = async (columns: Record<string, unknown>) => {
      const { slug } = await stage.conference({ tickets: { Full: {} }, columns });
      return visitor().get(`/conference/${slug}`);
    };
    expect((await at({ status: 'draft' })).status).toBe(404);
    const paused = await at({ status: 'paused', status_reason: 'The venue moves.' });
    expect(paused.text).toContain('Bookings are paused for now.');
    expect(paused.text).toContain('The venue moves.');
    expect(paused.text).not.toContain('Book places');
    expect((await at({ status: 'closed' })).text).toContain('Bookings have closed.');
    expect((await at({ opens_at: '2035-01-01T09:00:00Z' })).text).toContain(
      'Bookings open on Monday 1 January 2035, 9am.',
    );
    const cancelled = await at({ status: 'cancelled', status_reason: 'Too few places.' });
    expect(cancelled.text).toContain('This conference is cancelled. Too few places.');
    expect(cancelled.html).toContain('https://schema.org/EventCancelled');
    expect((await at({ first_day: '2020-01-01', last_day: '2020-01-01' })).text).toContain(
      'This conference is over.',
    );
    expect((await visitor().get('/conference/no-such-thing')).status).toBe(404);
  });

  it('stands in the list with the others, those that were apart', async () => {
    const { text, html } = await visitor().get('/conference');
    expect(html).toContain(`href="/conference/${conference.slug}"`);
    expect(text).toMatch(/Past conferences .*1 January 2020/);
    expect(text).not.toContain('Your bookings');
    const sitemap = await visitor().get('/conference/sitemap.xml');
    expect(sitemap.html).toContain(`/conference/${conference.slug}</loc>`);
    const own = await pagesOf(stage, booker.headers).get('/conference');
    expect(own.text).toContain('Your bookings');
  });
});

describe('a guest', () => {
  const ticket = () => conference.tickets['Both days, in person'] ?? '';
  const path = () => `/conference/${conference.slug}/book/guest`;
  const filled = (email: string) => ({
    once: `guest-${email.replaceAll(/[^a-z]/g, '')}-token`,
    name: 'Kim Guest',
    email,
    organisation: 'Example Housing',
    [`quantities.${ticket()}`]: '2',
  });

  it('is mailed a link, and holds no place before its button is pressed', async () => {
    const email = 'kim@example.org';
    const asked = await visitor().post(path(), filled(email));
    expect(asked).toMatchObject({ status: 303, location: `${path()}/asked` });
    // The same form again, as by a double press, is the same request.
    expect((await visitor().post(path(), filled(email))).status).toBe(303);
    await expect(stage.query('SELECT FROM guests WHERE email = $1', [email])).resolves.toHaveLength(1);
    const { subject, text } = await mailTo(email);
    expect(subject).toContain('Go on with your booking');
    const link = linkIn(text, 'guests');
    expect((await visitor().get(link)).text).toContain('Welcome, Kim Guest');
    await expect(stage.query('SELECT FROM bookings WHERE booker_email = $1', [email])).resolves.toHaveLength(
      0,
    );
    const begun = await visitor().post(link);
    expect(begun.status).toBe(303);
    expect(begun.location).toMatch(/^\/conference\/bookings\/[\w-]{43}$/);
    expect((await visitor().post(link)).location).toBe(begun.location);
    expect((await visitor().get(link)).location).toBe(begun.location);
    const [booking] = await stage.query(
      'SELECT booked_for, category, organisation_name FROM bookings WHERE booker_email = $1',
      [email],
    );
    expect(booking).toEqual({
      booked_for: 'guest',
      category: 'non-member',
      organisation_name: 'Example Housing',
    });
    const own = await visitor().get(begun.location ?? '');
    expect(own.status).toBe(200);
    expect(own.text).toContain('2 delegates');
  });

  it('is told all that is wrong at once, and nothing is sent', async () => {
    const answer = await visitor().post(path(), { name: '', email: 'kim', [`quantities.${ticket()}`]: '-1' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Enter your name.');
    expect(answer.text).toContain('“kim” is not an email address.');
    await expect(stage.query(`SELECT FROM guests WHERE email = 'kim'`)).resolves.toHaveLength(0);
  });

  it('is not written to without end, whoever asks', async () => {
    const email = 'flooded@example.org';
    for (let index = 0; index < 8; index += 1) {
      const fields = { ...filled(email), once: `flood-token-number-${index}` };
      expect((await visitor().post(path(), fields)).status).toBe(303);
    }
    await expect(
      stage.query(`SELECT FROM outbox WHERE payload -> 'to' ->> 'address' = $1`, [email]),
    ).resolves.toHaveLength(5);
  });

  it('has us write to so many people in an hour, whoever they are', async () => {
    const from = (address: string) => pagesOf(stage, { 'x-forwarded-for': address });
    const ask = (browser: Pages, index: number) =>
      browser.post(path(), {
        ...filled(`some-${index}@example.org`),
        once: `stranger-token-number-${index}`,
      });
    const answers = await Promise.all(
      Array.from({ length: mostFromNetwork + 2 }, (_, index) => ask(from('198.51.100.7'), index)),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(mostFromNetwork);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.text).toContain('A great many people have asked from your network');
    expect((await ask(from('203.0.113.7'), 1000)).status).toBe(303);
    await stage.query(
      `UPDATE guests SET asked_at = asked_at - interval '1 hour' WHERE network = '198.51.100.x'`,
    );
    expect((await ask(from('198.51.100.7'), 1001)).status).toBe(303);
  });

  it('has a link that ends after a day, and none that was made up', async () => {
    const email = 'late@example.org';
    await visitor().post(path(), filled(email));
    const link = linkIn((await mailTo(email)).text, 'guests');
    await stage.query(`UPDATE guests SET asked_at = now() - interval '25 hours' WHERE email = $1`, [email]);
    expect((await visitor().get(link)).status).toBe(410);
    expect((await visitor().post(link)).status).toBe(410);
    expect((await visitor().get(`/conference/guests/${'x'.repeat(43)}`)).status).toBe(404);
    expect((await visitor().get('/conference/guests/short')).status).toBe(404);
  });

  it('waits in line like others', async () => {
    const email = 'wait@example.org';
    const joined = await visitor().post(`/conference/${full.slug}/waiting-list`, {
      once: 'waiting-guest-token-1',
      name: 'Wen Guest',
      email,
      organisation: '',
      ticketTypeId: full.tickets['In person'] ?? '',
      wanted: '1',
      together: 'some',
    });
    expect(joined.status).toBe(303);
    const link = linkIn((await mailTo(email)).text, 'guests');
    const own = (await visitor().post(link)).location ?? '';
    expect(own).toMatch(/^\/conference\/waiting\/[\w-]{43}$/);
    expect((await visitor().get(own)).text).toContain('You are next');
    expect((await mailTo(email)).text).toContain(own);
    expect((await visitor().post(`${own}/leave`)).status).toBe(303);
    expect((await visitor().get(own)).text).toContain('You have left the waiting list.');
  });
});

describe.each([true, false])('in a browser, with scripts: %s', (javaScriptEnabled) => {
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];

  const open = async (headers: Readonly<Record<string, string>> = {}) => {
    context = await browser.newContext({
      javaScriptEnabled,
      extraHTTPHeaders: { ...headers },
      viewport: { width: 320, height: 800 },
    });
    page = await context.newPage();
    complaints = listenForComplaints(page);
  };
  afterEach(() => context.close());

  /** Nothing that axe finds (it needs scripts), nothing to complain of. */
  const look = async (name: string) => {
    if (javaScriptEnabled) {
      await shoot(page, name);
      expect(await faultsOf(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
  };

  it('the list, a conference, and the way of a guest', async () => {
    await open();
    await page.goto(`${stage.url}/conference`);
    await look('conferences');
    await page.goto(`${stage.url}/conference/${conference.slug}`);
    await look('conference');
    await page.getByRole('button', { name: 'Book places' }).click();
    await look('who-books');
    await page.getByRole('button', { name: 'Book as a guest' }).click();
    await page.getByRole('button', { name: 'Send me the link' }).click();
    await page.getByRole('link', { name: 'Enter your name.' }).waitFor();
    await look('guest-refused');
    const email = `browser-${javaScriptEnabled}@example.org`;
    await page.getByLabel('Your name').fill('Bo Guest');
    await page.getByLabel('Your email address').fill(email);
    await page.getByLabel('Both days, in person').fill('1');
    await page.getByRole('button', { name: 'Send me the link' }).click();
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
    await look('guest-asked');
    await page.goto(stage.url + linkIn((await mailTo(email)).text, 'guests'));
    await look('guest-link');
    await page.getByRole('button', { name: 'Keep my places and go on' }).click();
    await page.waitForURL(/\/conference\/bookings\/[\w-]{43}$/);
  });

  it('the waiting list of a full one, from joining to booking', async () => {
    const waiting = await stage.booker({ organisationName: `Council that waits ${javaScriptEnabled}` });
    const house = await stage.conference({
      tickets: { 'In person': {} },
      pools: { Hall: { capacity: 1 } },
    });
    const reference = await beginBooking(stage, booker, house, { 'In person': 1 });
    await open(waiting.headers);
    await page.goto(`${stage.url}/conference/${house.slug}`);
    await look('conference-full');
    await page.getByRole('link', { name: 'Join the waiting list for In person' }).click();
    await page.getByLabel('How many places?').fill('none');
    await page.getByRole('button', { name: 'Join the waiting list' }).click();
    await page.getByRole('link', { name: 'Enter how many places you wait for, 1 or more.' }).waitFor();
    await look('join-refused');
    await page.getByLabel('How many places?').fill('1');
    await page.getByRole('button', { name: 'Join the waiting list' }).click();
    await page.getByText('You are next').waitFor();
    await look('waiting');
    await page.getByRole('link', { name: 'Leave the waiting list' }).click();
    await look('waiting-leave');
    await page.getByRole('link', { name: 'Stay on it' }).click();
    await stage.api('POST', `/bookings/${reference}/give-up`, booker.api);
    await page.reload();
    await page.getByRole('heading', { name: 'A place is free for you' }).waitFor();
    await look('waiting-offered');
    await page.getByRole('button', { name: 'Book this place' }).click();
    await page.waitForURL(/\/conference\/bookings\/CN-/);
    await page.goto(`${stage.url}/conference/bookings`);
    await page.getByText('Not finished yet').waitFor();
    await look('my-bookings');
  });

  it('the waiting list as staff see it', async () => {
    await open(await stage.headers({ id: 'staff', name: 'Sam Staff', roles: ['person', 'staff'] }));
    await page.goto(`${stage.url}/conference/manage/${conference.id}/waiting-list`);
    await page.getByText('Nobody is waiting').waitFor();
    await look('line-empty');
    const queue = await stage.conference({ tickets: { Full: {} }, pools: { Hall: { capacity: 1 } } });
    await beginBooking(stage, booker, queue, { Full: 1 });
    for (const name of ['Ada', 'Xiu Longer-Name-Than-Most '.repeat(4)]) {
      const other = await stage.booker({ name, organisationName: `${name} Council` });
      await stage.api('POST', `/conferences/${queue.id}/waiting-list`, other.api, {
        for: { organisationId: other.organisationId },
        ticketTypeId: queue.tickets['Full'],
        wanted: 1,
      });
    }
    await page.goto(`${stage.url}/conference/manage/${queue.id}/waiting-list`);
    await look('line');
    await page.getByRole('link', { name: 'Take off the list: Ada' }).click();
    await page.getByRole('button', { name: 'Take them off' }).click();
    await page.getByRole('link', { name: 'Say why: they are told in these words.' }).waitFor();
    await look('pass-over');
    await page.getByLabel('Why?').fill('You have places already.');
    await page.getByRole('button', { name: 'Take them off' }).click();
    await page.getByText('Ada is off the waiting list, and has been told why.').waitFor();
    await look('line-off');
  });
});
