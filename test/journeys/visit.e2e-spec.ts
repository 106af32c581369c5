import type { Browser } from 'playwright-core';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { openBrowser, signInByMail, startSystem, type System } from '#launcher';
import { until } from '../until.js';
import { dayBoxesOf, fillDay, onPhone, type OnPhone } from './visit-party.js';

const staffAddress = 'sam.staff@example.org';
const today = Temporal.Now.plainDateISO('Europe/London');
/** Two months ahead, so that nothing has begun. */
const firstDay = today.add({ days: 60 });

let system: System;
let origin: string;
let browser: Browser;
let tables: pg.Client;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem({ demo: true, mailbox: true }), openBrowser()]);
  origin = system.urls['shell'] ?? '';
  tables = new pg.Client({ connectionString: system.databaseUrl('study-visits') });
  await tables.connect();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await tables?.end();
  await system?.stop();
});

describe.each([
  { name: 'with JavaScript', mark: 'rich', scripts: true },
  { name: 'without JavaScript', mark: 'plain', scripts: false },
])('a study visit, $name, on a phone', ({ name, mark, scripts }) => {
  const title = `Mondragon ${name}`;
  const addressOf = (person: string) => `${person.toLowerCase()}.${mark}@example.org`;
  let staff: OnPhone;
  let own: OnPhone;
  let manage: string;
  /** Each applicant's own page, then each traveller's. */
  const pages = new Map<string, string>();

  beforeAll(async () => {
    [staff, own] = await Promise.all([onPhone(browser, scripts), onPhone(browser, scripts)]);
    await signInByMail(staff.page, origin, system.mailbox, staffAddress);
  });
  afterAll(async () => {
    await staff?.close();
    await own?.close();
  });

  const visitId = () => manage.split('/').at(-1) ?? '';
  const goTo = (person: OnPhone, path: string) =>
    person.page.goto(path.startsWith('http') ? path : origin + path);
  /** The first link to such a page in a mail to somebody. */
  const linkMailed = async (person: string, subject: RegExp, path: string) => {
    const { text } = await system.mailbox.waitFor(addressOf(person), { subject });
    return new RegExp(`https?://\\S+${path}/[\\w-]+`).exec(text)?.[0] ?? 'no link';
  };

  it('is planned, its risks signed, and announced', async () => {
    await goTo(staff, '/visits/manage/new');
    await staff.check('new');
    await staff.write({
      title,
      region: 'Basque Country',
      country: 'Spain',
      ...dayBoxesOf('firstDay', firstDay),
      ...dayBoxesOf('lastDay', firstDay.add({ days: 3 })),
      summary: 'How co-operatives own a town.',
    });
    const save = async () => {
      await staff.press('Save the changes');
      await staff.says(`“${title}” is saved.`);
    };
    const sign = async (words: string | RegExp) => {
      await staff.write({ role: 'Leader' });
      await staff.page.locator('input[name="agrees"]').check();
      await staff.press(words);
      await staff.says('This is version 1, signed by');
    };
    await staff.press('Save the draft');
    await staff.says('Nobody but staff sees it yet.');
    manage = new URL(staff.page.url()).pathname;
    await staff.check('draft');
    await goTo(staff, `${manage}/edit/places`);
    await staff.write({ places: '2', organisationLimit: '1' });
    await save();
    await goTo(staff, `${manage}/edit/money`);
    await staff.write({
      pricePence: '950',
      priceIncludes: 'Flights, rooms and meals.',
      depositPence: '150',
      ...dayBoxesOf('balanceDueOn', firstDay.subtract({ days: 20 })),
    });
    await save();
    await goTo(staff, `${manage}/edit/applications`);
    await staff.write({
      ...dayBoxesOf('applicationsOpenAt', today.subtract({ days: 1 })),
      'applicationsOpenAt-time': '9am',
      ...dayBoxesOf('applicationsCloseAt', today.add({ days: 20 })),
      'applicationsCloseAt-time': '5pm',
      ...dayBoxesOf('decisionOn', today.add({ days: 30 })),
    });
    await save();
    await goTo(staff, `${manage}/risks/new`);
    await staff.write({ hazard: 'A slip', atRisk: 'All', measures: 'Care.' });
    for (const group of ['likelihood', 'severity']) {
      await staff.page.locator(`input[name="${group}"]`).first().check();
    }
    await staff.press('Add the risk');
    await staff.press('Sign it off');
    await sign('Sign it off');
    await goTo(staff, `${manage}/package-travel/edit`);
    for (const question of ['combines', 'overnight', 'occasional', 'notForProfit', 'limitedGroup']) {
      await staff.page.locator(`input[name="${question}"][value="yes"]`).check();
    }
    await staff.write({ reasons: 'One visit a year, at cost, for members.' });
    await staff.page.getByRole('main').getByRole('button').last().click();
    await staff.press('Sign it');
    await sign(/^Sign it/);
    await goTo(staff, manage);
    await staff.press('Announce the visit');
    await staff.press('Announce the visit');
    await staff.says(`“${title}”: announced.`);
    await staff.check('announced');
  });

  it('is applied for by three, by a link in a mail', async () => {
    await goTo(own, '/visits');
    await own.follow(title);
    await own.check('public');
    const visit = own.page.url();
    for (const person of ['Ada', 'Bea', 'Cy']) {
      await goTo(own, visit);
      await own.press('Apply for a place');
      await own.page.getByLabel('Your name').fill(`${person} Example`);
      await own.page.getByLabel('Your email address').fill(addressOf(person));
      await own.press('Send me the link to my draft');
      await own.heading('Look into your mailbox');
      pages.set(person, await linkMailed(person, /./, '/visits/applications'));
      await goTo(own, pages.get(person) ?? '');
      await own.follow('About you');
      await own.page.getByLabel('Your organisation').fill(`${person}’s Council`);
      await own.page.getByLabel('What you do there').fill('Head of housing');
      await own.press('Save and go on');
      for (const [step, answer] of [
        ['Why you want to come', 'To learn.'],
        ['What you will bring back', 'A talk.'],
        ['Who supports you', 'My manager.'],
      ] as const) {
        await own.follow(step);
        await own.page.getByLabel('Your answer').fill(answer);
        await own.press('Save and go on');
        await own.page.getByRole('link', { name: step }).waitFor();
      }
      await own.press('Check your answers and submit');
      await own.press('Submit your application');
      await own.heading('Submitted');
    }
    await own.check('submitted');
  });

  it('is decided by scores that its staff can explain, and everybody is told', async () => {
    await goTo(staff, `${manage}/selection`);
    await staff.check('selection');
    await staff.follow('Say what applications are scored by');
    await staff.page.getByLabel('What it is called').first().fill('Why');
    await staff.page
      .getByLabel(/^How much it counts/)
      .first()
      .fill('2');
    await staff.press('Save the criteria');
    await staff.follow('Name who scores them');
    await staff.page.getByLabel(/^Email address/).fill(staffAddress);
    await staff.press('Name them as assessor');
    await staff.says('scores the applications.');
    await goTo(staff, `${manage}/selection/steps/seed`);
    await staff.press('Publish the seed');
    await staff.says(/The seed is published/);
    for (const [person, points] of [
      ['Ada', '5'],
      ['Bea', '4'],
      ['Cy', '1'],
    ] as const) {
      const { rows } = await tables.query<{ code: string }>(
        'SELECT code FROM applications WHERE visit_id = $1 AND email = $2',
        [visitId(), addressOf(person)],
      );
      await goTo(staff, `/visits/assess/${visitId()}`);
      await staff.follow(rows[0]?.code ?? 'no code');
      await staff.page.getByRole('radio', { name: points }).check();
      await staff.press('Save the score');
      await staff.says('Your score is saved.');
    }
    // The day of the deadline has come.
    await tables.query(`UPDATE visits SET applications_close_at = now() - interval '1 hour' WHERE id = $1`, [
      visitId(),
    ]);
    await goTo(staff, `${manage}/selection`);
    await staff.follow('Close scoring');
    await staff.press('Close scoring');
    await staff.follow('Run the selection');
    await staff.press('Run the selection');
    await staff.says('The selection is run.');
    await staff.check('selected');
    await goTo(staff, `${manage}/selection/steps/tell`);
    await staff.press('Tell all applicants');
    await staff.says('3 applicants are told.');
  });

  const accept = async (person: string) => {
    await goTo(own, `${pages.get(person)}/offer`);
    await own.page.getByLabel('Yes, accept it').check();
    await own.page.getByLabel('I pay myself').check();
    await own.write({ address: '1 Toad Lane\nRochdale' });
    await own.check(`offer ${person}`);
    await own.press('Send the answer');
    await own.page.waitForURL(/\/visits\/travellers\//);
    pages.set(person, own.page.url());
  };

  it('has one accept, one decline and a reserve move up; the deposit is invoiced', async () => {
    await accept('Ada');
    await own.check('own travel');
    const invoice = await system.mailbox.waitFor(addressOf('Ada'), { subject: /invoice/i });
    const document = /https?:\/\/\S+\/conference\/visit-invoices\/[\w-]+\/documents\/INV-\d+/.exec(
      invoice.text,
    )?.[0];
    const pdf = await fetch(`${document}.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    await goTo(own, `${pages.get('Bea')}/offer`);
    await own.page.getByLabel('No, it goes to somebody else').check();
    await own.press('Send the answer');
    await own.says('Thank you for telling us.');
    await system.mailbox.waitFor(addressOf('Cy'), { subject: /place/i });
    await until(async () => {
      const { rows } = await tables.query(
        `SELECT FROM offers o JOIN applications a ON a.id = o.application_id
         WHERE a.visit_id = $1 AND a.email = $2 AND o.status = 'offered'`,
        [visitId(), addressOf('Cy')],
      );
      return rows.length === 1;
    });
    await accept('Cy');
    await goTo(staff, `${manage}/travellers`);
    await staff.says('Cy Example');
    await staff.check('travellers');
  });

  it('is got ready for: what one traveller tells makes staff’s table green', async () => {
    await goTo(own, `${pages.get('Ada')}/ready`);
    await own.check('own readiness');
    await own.follow('Your passport');
    await own.page.getByRole('textbox', { name: 'Number' }).first().fill('533380006');
    await own.page.getByLabel('Country that issued it').first().selectOption('United Kingdom');
    await fillDay(
      own.page.getByRole('group', { name: 'Date of issue' }).first(),
      today.subtract({ years: 2 }),
    );
    await fillDay(own.page.getByRole('group', { name: 'Date of expiry' }).first(), today.add({ years: 8 }));
    await own.press('Save');
    await own.says('Passport: saved.');
    await own.follow('What you eat');
    await own.page.getByRole('radio', { name: 'No, everything is fine' }).check();
    await own.press('Save');
    await own.says('Food: saved.');
    await own.follow('Who may know that you travel');
    for (const group of await own.page.getByRole('group').all())
      await group.getByLabel('Yes', { exact: true }).check();
    await own.press('Save');
    await goTo(staff, `${manage}/readiness`);
    await staff.says('0 of 2 travellers are ready.');
    await staff.check('readiness');
    expect(await staff.page.content()).not.toContain('533380006');
  });

  it('has a coach, rooms and days, and each traveller their own', async () => {
    await goTo(staff, `${manage}/travel/new`);
    await staff.page.getByLabel('Coach', { exact: true }).check();
    await staff.page.getByLabel('There', { exact: true }).check();
    await staff.page.getByLabel('What it is called').fill('Coach to the hotel');
    await staff.page.getByLabel('Where it departs').fill('Bilbao airport');
    await staff.page.getByLabel('Where it arrives').fill('Mondragon');
    for (const [legend, time] of [
      ['Departs', '2pm'],
      ['Arrives', '3pm'],
    ] as const) {
      await fillDay(staff.page.getByRole('group', { name: legend, exact: true }), firstDay);
      await staff.page.getByLabel(`${legend}: time`, { exact: true }).fill(time);
    }
    await staff.page.getByLabel('Seats (optional)').fill('20');
    await staff.press('Add the leg');
    await staff.says('The leg is added. Say who is on it.');
    await staff.press('Put everybody on it');
    await staff.check('leg');
    await goTo(staff, `${manage}/itinerary/new`);
    await staff.page.getByLabel('Meal').check();
    await staff.page.getByLabel('What it is called').fill('Supper in the cider house');
    await fillDay(staff.page.getByRole('group', { name: 'Day', exact: true }), firstDay);
    await staff.page.getByLabel('From').fill('8pm');
    await staff.page.getByLabel('Until').fill('10.30pm');
    await staff.press('Add the item');
    await staff.says('The item is added.');
    await staff.follow('Publish it');
    await staff.press('Publish it and tell 2 travellers');
    await staff.says('Version 1 is published. 2 travellers are told.');
    await staff.check('published');
    await goTo(own, `${pages.get('Ada')}/days`);
    await own.press('I have seen it');
    await own.says('Thank you: we know that you have seen it.');
    await own.check('own days');
  });

  it('has heads counted before the coach leaves, until everybody is accounted for', async () => {
    await goTo(staff, `${manage}/head-counts`);
    await staff.check('head counts');
    await staff.follow('Coach to the hotel');
    await staff.heading('Head count: Coach to the hotel');
    const rowOf = (person: string) =>
      staff.page
        .getByRole('listitem')
        .filter({ hasText: `${person} Example` })
        .first();
    const mark = async (person: string, name: string) => {
      await rowOf(person)
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .click();
    };
    await mark('Ada', 'Here');
    await staff.says('1 of 2 accounted for: 1 here');
    await mark('Cy', 'Missing');
    await staff.says('2 of 2 accounted for: 1 here, 1 missing');
    await staff.check('somebody missing');
    await mark('Cy', 'Here');
    await staff.says('2 of 2 accounted for: 2 here.');
    await staff.press('Close the count');
    await staff.says(/Closed at .+ by Sam/);
    await staff.check('closed');
  });

  it('complains of nothing', () => {
    expect([...staff.complaints, ...own.complaints]).toEqual([]);
  });
});
