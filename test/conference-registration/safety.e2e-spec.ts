import { randomUUID } from 'node:crypto';
import { access } from '../../apps/conference-registration/src/access.js';
import { beginBooking, pagesOf, payment, stageQuestion, totalOn, type Pages } from './booking-stage.js';
import { bookConfirmed, documentsOf, fieldOf } from './changing-stage.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

const script = '<script>alert(1)</script>';
const formula = '=HYPERLINK("https://evil.example.net")';
const guest = { name: `${script} Gale`, email: 'gale.guest@example.net', organisation: formula };

let stage: ConferenceStage;
let booker: Booker;
let staff: Pages;
let conference: StagedConference;
/** A booking of the booker's organisation. */
let reference: string;
/** What was mailed to the guest, and to whom else has a link: each the right to one thing. */
const secrets = { guest: '', booking: '', delegate: '', waiting: '' };
let entryId: string;
/** The booking's invoice. */
let label: string;

const visitor = () => pagesOf(stage, {});

async function linksTo(kind: string): Promise<string[]> {
  const mails = await stage.query<{ text: string }>(
    `SELECT payload ->> 'text' AS text FROM outbox WHERE payload ->> 'text' LIKE $1 ORDER BY position`,
    [`%/conference/${kind}/%`],
  );
  return mails.flatMap(({ text }) => new RegExp(`/conference/${kind}/([\\w-]{43})`).exec(text)?.[1] ?? []);
}

const askAsGuest = async (email: string, sent: Readonly<Record<string, string>>, path = 'book/guest') => {
  const address = `/conference/${conference.slug}/${path}`;
  const form = await visitor().get(address);
  return visitor().post(address, { ...guest, email, once: fieldOf(form.html, 'once'), ...sent });
};

/** Books as somebody without an account, from the mail to the confirmation, with texts that mean harm. */
async function bookAsGuest(): Promise<void> {
  await askAsGuest(guest.email, { [`quantities.${conference.tickets['Both']}`]: '1' });
  secrets.guest = (await linksTo('guests')).at(-1) ?? '';
  const begun = await visitor().post(`/conference/guests/${secrets.guest}`);
  secrets.booking = begun.location?.split('/').at(-1) ?? '';
  const path = `/conference/bookings/${secrets.booking}`;
  const form = await visitor().get(`${path}/delegates/1`);
  const answers = Object.fromEntries(
    [...form.html.matchAll(/name="(answers\.[\w-]+)"/g)].map(([, name]) => [name ?? '', formula]),
  );
  const steps = [
    await visitor().post(`${path}/delegates/1`, {
      name: `${formula} ${script}`,
      email: 'della.delegate@example.net',
      jobTitle: script,
      ticketTypeId: conference.tickets['Both'] ?? '',
      ...answers,
    }),
    await visitor().post(`${path}/payment`, {
      ...payment,
      purchaseOrder: formula,
      'billTo.name': script,
      'billTo.address': `${formula}\n${script}`,
    }),
    await visitor().post(`${path}/confirm`, {
      total: await totalOn(visitor(), secrets.booking),
      terms: 'yes',
    }),
  ];
  for (const step of steps) if (step.status !== 303) throw new Error(step.text);
}

beforeAll(async () => {
  stage = await startConferences();
  booker = await stage.booker();
  staff = pagesOf(
    stage,
    await stage.headers({ id: randomUUID(), name: 'Sam Staff', roles: ['person', 'staff'] }),
  );
  conference = await stage.conference({
    tickets: { Both: {}, Full: {} },
    pools: { None: { capacity: 0, tickets: ['Full'] } },
  });
  await stageQuestion(stage, conference, 1, { label: 'What do you eat?', sensitive: 'dietary' });
  await stageQuestion(stage, conference, 2, { label: 'What do you bring?' });
  reference = await bookConfirmed(stage, booker, conference, ['Ada One']);
  label = (await documentsOf(stage, reference))[0]?.label ?? '';
  await bookAsGuest();
  secrets.delegate = (await linksTo('delegates')).at(-1) ?? '';
  await askAsGuest(
    'wai.ting@example.net',
    { ticketTypeId: conference.tickets['Full'] ?? '', wanted: '1', together: 'all' },
    'waiting-list',
  );
  const joined = await visitor().post(`/conference/guests/${(await linksTo('guests')).at(-1)}`);
  secrets.waiting = joined.location?.split('/').at(-1) ?? '';
  const [entry] = await stage.query<{ id: string }>('SELECT id FROM waiting_entries');
  entryId = entry?.id ?? '';
});
afterAll(() => stage.stop());

it('has the links that it is about', () => {
  for (const secret of Object.values(secrets)) expect(secret).toMatch(/^[\w-]{43}$/);
  expect(new Set(Object.values(secrets)).size).toBe(4);
  expect([entryId, label]).not.toContain('');
});

describe('what belongs to somebody', () => {
  /** Every address that everybody may ask for and that names somebody's own thing. */
  const own = Object.entries(access)
    .filter(([route, who]) => who === 'everyone' && /:(?:key|secret)/.test(route))
    .map(([route]) => route);

  const ask = async (route: string, key: string, headers: Readonly<Record<string, string>>) => {
    const [method = '', path = ''] = route.split(' ');
    const address = path
      .replace(/:(?:key|secret)/, key)
      .replace(':number', '1')
      .replace(':label', label)
      .replace(':file', randomUUID());
    const isApi = path.startsWith('/api/');
    const asked = route.endsWith('/refund') ? '?delegates=all' : '';
    const response = await fetch(stage.url + address + asked, {
      method,
      redirect: 'manual',
      headers: {
        'sec-fetch-site': 'same-origin',
        'if-match': '"1"',
        ...headers,
        ...(method !== 'GET' && {
          'content-type': isApi ? 'application/json' : 'application/x-www-form-urlencoded',
        }),
      },
      ...(method !== 'GET' && { body: isApi ? bodyOf(route) : 'delegates=1&message=Hello&name=X' }),
    });
    const text = await response.text();
    return { route, key: key.slice(0, 9), status: response.status, tells: /Ada|Gale|195\.00/.test(text) };
  };

  const bodyOf = (route: string): string =>
    JSON.stringify({
      ...(route.endsWith('/cancel') && { delegates: [1], expectedRefundPence: 0 }),
      ...(route.endsWith('/confirm') && { expectedGrossPence: 0, agreed: true }),
    });

  const kindOf = (route: string) =>
    ({ bookings: 'booking', delegates: 'delegate', guests: 'guest', waiting: 'waiting' })[
      /\/(bookings|delegates|guests|waiting)\/:/.exec(route)?.[1] ?? ''
    ] ?? '';

  it('is nobody’s who has another secret, another’s reference, or none', async () => {
    expect(own.length).toBeGreaterThan(60);
    const stranger = await stage.booker();
    const found: Awaited<ReturnType<typeof ask>>[] = [];
    for (const route of own) {
      const headers = route.includes('/api/') ? stranger.api : stranger.headers;
      const others = Object.entries(secrets).filter(([of]) => of !== kindOf(route));
      const guessed = [reference, entryId, 'x'.repeat(43), '%00', "'"];
      const asked = [
        ...others.map(([, secret]) => ask(route, secret, headers)),
        ...guessed.flatMap((key) => [ask(route, key, headers), ask(route, key, {})]),
      ];
      found.push(...(await Promise.all(asked)));
    }
    expect(found.filter(({ status, tells }) => tells || ![400, 401, 404, 422].includes(status))).toEqual([]);
    // What is typed may be looked at before it is looked whose the booking is; nothing follows from it.
    const looked = new Set(found.filter(({ status }) => status === 422).map(({ route }) => route));
    expect([...looked].filter((route) => !/^(?:POST|PUT) /.test(route))).toEqual([]);
    const [row] = await stage.query<{ confirmed: number }>(
      `SELECT count(*)::int AS confirmed FROM delegates WHERE status = 'confirmed'`,
    );
    expect(row?.confirmed).toBe(2);
  });

  it('is there for whoever has the right secret', async () => {
    // An invoice for a visit has a link of its own, which the tests of those go by.
    const gets = own.filter(
      (route) => route.startsWith('GET ') && !/:file|:label|visit-invoices/.test(route),
    );
    const found = await Promise.all(
      gets.map((route) => ask(route, secrets[kindOf(route) as keyof typeof secrets], {})),
    );
    expect(found.filter(({ status }) => ![200, 303].includes(status))).toEqual([]);
  });

  it('is kept by no browser or search engine, and told to no other site', async () => {
    for (const path of [
      `bookings/${secrets.booking}`,
      `delegates/${secrets.delegate}`,
      `waiting/${secrets.waiting}`,
    ]) {
      const { headers, status } = await fetch(`${stage.url}/conference/${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('cache-control')).toMatch(/no-store|private/);
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-robots-tag') ?? (await visitor().get(`/conference/${path}`)).html).toContain(
        'noindex',
      );
    }
  });

  it('is changed from no other site', async () => {
    const response = await fetch(`${stage.url}/conference/bookings/${secrets.booking}/cancel`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'delegates=1&refund=0',
    });
    expect(response.status).toBe(403);
  });
});

describe('what was typed to do harm', () => {
  it('is shown as it was typed, to whomever', async () => {
    const [{ booking, id } = { booking: '', id: '' }] = await stage.query<{ booking: string; id: string }>(
      `SELECT b.reference AS booking, d.id FROM bookings b JOIN documents d ON d.booking_id = b.id
       WHERE b.booked_for = 'guest'`,
    );
    const [{ customer } = { customer: '' }] = await stage.query<{ customer: string }>(
      'SELECT customer_id AS customer FROM documents WHERE id = $1',
      [id],
    );
    const ofConference = ['dashboard', 'bookings?state=any', 'delegates', 'needs', 'needs/people'];
    const staffs = [
      ...[...ofConference, 'applications', 'waiting-list'].map(
        (part) => `/conference/manage/${conference.id}/${part}`,
      ),
      `/conference/manage/bookings/${booking}`,
      `/conference/manage/search?q=${encodeURIComponent('Gale')}`,
      '/conference/money',
      '/conference/money/invoices',
      '/conference/money/customers',
      `/conference/money/customers/${customer}`,
      `/conference/money/documents/${id}`,
      `/conference/money/documents/${id}/credit`,
    ];
    const theirs = ['', '/delegates/1/change', '/delegates/1/details', '/cancel', '/add', '/ask'].map(
      (part) => `/conference/bookings/${secrets.booking}${part}`,
    );
    const seen = [
      ...(await Promise.all(staffs.map(async (path) => ({ path, ...(await staff.get(path)) })))),
      ...(await Promise.all(theirs.map(async (path) => ({ path, ...(await visitor().get(path)) })))),
    ];
    expect(seen.filter(({ status }) => status !== 200).map(({ path, status }) => [path, status])).toEqual([]);
    expect(seen.filter(({ html }) => html.includes(script)).map(({ path }) => path)).toEqual([]);
    expect(seen.filter(({ text }) => text.includes(script)).length).toBeGreaterThan(6);
  });

  it('is no formula in a file, and no markup in a mail', async () => {
    for (const path of [
      `/conference/manage/${conference.id}/bookings/export.csv?state=any`,
      `/conference/manage/${conference.id}/delegates/export.csv`,
      '/conference/money/export.csv',
      '/conference/money/invoices/export.csv',
    ]) {
      const { status, html } = await staff.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect([path, html.match(/(?:^|,|")=HYPERLINK/gm) ?? []]).toEqual([path, []]);
    }
    const mails = await stage.query<{ subject: string; html: string }>(
      `SELECT payload ->> 'subject' AS subject, payload ->> 'html' AS html FROM outbox WHERE payload ? 'html'`,
    );
    expect(mails.length).toBeGreaterThan(4);
    expect(mails.filter(({ html }) => html.includes(script))).toEqual([]);
  });

  it('is mailed to nobody who has not said that the address is theirs', async () => {
    const mails = await stage.query<{ payload: string }>(
      `SELECT payload::text FROM outbox WHERE payload ->> 'text' LIKE '%/conference/guests/%'`,
    );
    expect(mails.length).toBeGreaterThan(1);
    expect(mails.filter(({ payload }) => /alert|HYPERLINK|Gale/.test(payload))).toEqual([]);
  });
});

it('stands in no mail that is kept for staff to read', async () => {
  const mails = await stage.query<{ subject: string; kind: string }>(
    `SELECT payload ->> 'subject' AS subject, payload ->> 'kind' AS kind FROM outbox
     WHERE payload ->> 'text' ~ '/conference/(bookings|delegates|guests|waiting)/[A-Za-z0-9_-]{43}'`,
  );
  // The guest's link, their confirmation and their delegate's, the other delegate's, and who waits.
  expect(mails.length).toBeGreaterThan(4);
  expect(mails.filter(({ kind }) => kind !== 'booking-links')).toEqual([]);
});

it('is not given to staff who accept an offer for a guest', async () => {
  await stage.query('UPDATE pools SET capacity = 1 WHERE conference_id = $1', [conference.id]);
  await stage.query('UPDATE conferences SET version = version + 1 WHERE id = $1', [conference.id]);
  // Whatever is given back makes the line be walked.
  const given = await beginBooking(stage, booker, conference, { Both: 1 });
  await stage.api('POST', `/bookings/${given}/give-up`, booker.api, {});
  const accepted = await staff.post(`/conference/waiting/${entryId}/accept`);
  expect(accepted.location).toMatch(/\/CN-[A-Z\d]{6}$/);
});

it('writes to one address no more than five times in an hour, also when all is asked for at once', async () => {
  const asked = Array.from({ length: 20 }, () =>
    askAsGuest('many.mails@example.net', { [`quantities.${conference.tickets['Both']}`]: '1' }),
  );
  const answers = await Promise.all(asked);
  // Whoever asks does not learn who was written to.
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  const [row] = await stage.query<{ mails: number }>(
    `SELECT count(*)::int AS mails FROM outbox WHERE payload -> 'to' ->> 'address' = 'many.mails@example.net'`,
  );
  expect(row?.mails).toBe(5);
});

it('writes neither names, addresses nor secrets into its log', () => {
  const log = stage.system.logs('conference-registration');
  expect(log).toContain('/conference/bookings/:key');
  const never = [...Object.values(secrets), guest.email, 'della.delegate', 'Gale', 'alert(1)', 'HYPERLINK'];
  expect(never.filter((text) => log.includes(text))).toEqual([]);
});
