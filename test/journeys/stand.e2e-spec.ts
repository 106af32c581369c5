import type { Browser, Page } from 'playwright-core';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { openBrowser, signInByMail, startSystem, type System } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { until } from '../until.js';
import { byKeyboard, byPointer, tabTo } from './hands.js';

const staff = 'sam.staff@example.org';
const laptop = { width: 1280, height: 800 };
const phone = { width: 320, height: 640 };

/** The first of the two days on which the stand is open: a month ahead, so that nothing has begun. */
const firstDay = Temporal.Now.plainDateISO('Europe/London').add({ days: 30 });
const days = [firstDay, firstDay.add({ days: 1 })];
const weekdayOf = (day: Temporal.PlainDate) => day.toLocaleString('en-GB', { weekday: 'long' });

let system: System;
let origin: string;
let browser: Browser;
let tables: pg.Client;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem({ demo: true, mailbox: true }), openBrowser()]);
  origin = system.urls['shell'] ?? '';
  tables = new pg.Client({ connectionString: system.databaseUrl('exhibition-stands') });
  await tables.connect();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await tables?.end();
  await system?.stop();
});

describe.each([
  { name: 'with JavaScript', mark: 'rich', scripts: true, hands: byPointer, looks: true },
  { name: 'without JavaScript', mark: 'plain', scripts: false, hands: byPointer, looks: false },
  { name: 'by keyboard alone', mark: 'keys', scripts: true, hands: byKeyboard, looks: false },
])('a stand, $name', ({ name, mark, scripts, hands, looks }) => {
  const title = `Party Conference ${name}`;
  const code = `COUNTER-${mark.toUpperCase()}`;
  const addressOf = (person: string) => `${person.toLowerCase()}.${mark}@example.org`;
  const team = ['Ana', 'Ben', 'Cas', 'Dee'] as const;
  const links = new Map<string, string>();

  let page: Page;
  let own: Page;
  let complaints: readonly (readonly string[])[];

  beforeAll(async () => {
    const open = async (viewport: typeof phone) => {
      const context = await browser.newContext({ javaScriptEnabled: scripts, viewport });
      context.setDefaultTimeout(60_000);
      return context.newPage();
    };
    page = await open(laptop);
    own = await open(phone);
    complaints = [listenForComplaints(page), listenForComplaints(own)];
    await signInByMail(page, origin, system.mailbox, staff);
  });
  afterAll(async () => {
    await page?.context().close();
    await own?.context().close();
  });

  /** What axe finds, and whether it scrolls sideways; that needs scripts, and once is enough. */
  const check = async (what: string, shown = page) => {
    if (!looks) return;
    const size = shown.viewportSize() ?? laptop;
    expect([what, await faultsOf(shown)]).toEqual([what, []]);
    await shoot(shown, `stand ${what}`);
    await shown.emulateMedia({ colorScheme: 'light' });
    await shown.setViewportSize(size);
  };

  const heading = (words: string | RegExp, on = page) =>
    on.getByRole('heading', { level: 1, name: words }).waitFor();
  const says = (words: string | RegExp, on = page) => on.getByText(words).first().waitFor();
  const button = (words: string | RegExp, on = page) =>
    on.getByRole('main').getByRole('button', { name: words }).first();
  const link = (words: string | RegExp, on = page) =>
    on.getByRole('main').getByRole('link', { name: words }).first();
  /** Goes to another part of the exhibition. */
  const tab = async (words: string) => {
    const parts = page.getByRole('navigation', { name: 'Parts of this exhibition' });
    await hands.press(parts.getByRole('link', { name: words, exact: true }));
    await heading(words);
  };

  it('is set up, and published', async () => {
    await hands.press(
      page.getByRole('navigation').getByRole('link', { name: 'Stands', exact: true }).first(),
    );
    await heading('Stands');
    await check('public');
    await hands.press(link('Look after the stands'));
    await heading('Look after the stands');
    await check('list');
    await hands.press(button('Plan a new exhibition'));
    await heading('Plan a new exhibition');
    await check('new');
    const typed = {
      title,
      host: 'The Example Party',
      summary: 'Meet us at our stand.',
      'firstDay-day': String(firstDay.day),
      'firstDay-month': String(firstDay.month),
      'firstDay-year': String(firstDay.year),
      'lastDay-day': String(days[1]?.day),
      'lastDay-month': String(days[1]?.month),
      'lastDay-year': String(days[1]?.year),
      opens: '9am',
      closes: '5pm',
      city: 'Liverpool',
    };
    for (const [id, text] of Object.entries(typed)) await hands.write(page.locator(`#${id}`), text);
    await hands.press(button('Save the draft'));
    await says('Nobody but staff sees it yet.');
    await check('draft');
    await hands.press(button('Publish the exhibition'));
    await heading(`Publish “${title}”?`);
    await check('publish exhibition');
    await hands.press(button('Publish the exhibition'));
    await says(`“${title}”: published.`);
    await check('overview');
    await tab('Days');
    await check('days');
  });

  it('invites people, who say on a phone when they can come', async () => {
    await tab('Team');
    await check('team empty');
    await hands.press(button('Invite people'));
    await heading('Invite people');
    await hands.write(
      page.getByLabel('Paste the list'),
      team.map((person) => `${person} Example, ${addressOf(person)}`).join('\n'),
    );
    await check('invite');
    await hands.press(button('Invite these people'));
    await says('4 people in the team. Nobody has answered yet.');
    await check('team');
    for (const [index, person] of team.entries()) {
      const mail = await system.mailbox.waitFor(addressOf(person), { subject: /^Help on our stand/ });
      const address = /https?:\/\/\S+\/stands\/team\/[\w-]+/.exec(mail.text)?.[0] ?? '';
      links.set(person, address);
      await own.goto(address);
      await says(`Hello ${person} Example.`, own);
      if (index === 0) await check('own empty', own);
      for (const day of days) {
        await hands.press(button(`I’m there all ${weekdayOf(day)}`, own));
        await until(async () => (await minutesOf(person)) === (days.indexOf(day) + 1) * 480);
      }
      await hands.press(link('Change this', own));
      await heading('About you', own);
      if (index === 0) await check('own about', own);
      await hands.choose(own.getByRole('radio', { name: 'Yes', exact: true }));
      if (index < 2) await hands.choose(own.getByLabel('Lead a shift'));
      await hands.press(button('Save', own));
      await says('The details are saved.', own);
    }
    await hands.press(link('Make an exception', own));
    await heading('When are you not there?', own);
    await check('own exception', own);
    await hands.write(own.getByLabel('From'), '2pm');
    await hands.write(own.getByLabel('Until'), '3pm');
    await hands.write(own.getByLabel('What it is for (optional)'), 'my fringe');
    await hands.press(button('Save the exception', own));
    await says('The exception is saved.', own);
    await check('own answered', own);
    await page.reload();
    await says('4 people in the team: 4 answered.');
  });

  /** For how long somebody has said that they can come, by the tables. */
  async function minutesOf(person: string): Promise<number> {
    const { rows } = await tables.query<{ minutes: number }>(
      `SELECT coalesce(sum(extract(epoch FROM a.ends_at - a.starts_at) / 60), 0)::integer AS minutes
       FROM team_members m JOIN availability a ON a.team_member_id = m.id
       WHERE lower(m.email) = $1 AND a.kind <> 'unavailable'`,
      [addressOf(person)],
    );
    return rows[0]?.minutes ?? 0;
  }

  const fillsDone = async () => {
    const { rows } = await tables.query<{ done: number }>(
      `SELECT count(*)::integer AS done FROM fills f JOIN exhibitions e ON e.id = f.exhibition_id
       WHERE e.title = $1 AND f.status = 'done'`,
      [title],
    );
    return rows[0]?.done ?? 0;
  };

  it('has shifts from a pattern, a rota that is proven, and a pin that stays', async () => {
    await tab('Shifts');
    await check('shifts empty');
    await hands.press(button('Make shifts from a pattern'));
    await heading('Make shifts from a pattern');
    await check('pattern');
    await hands.write(page.getByLabel('Length of a shift, in minutes').first(), '240');
    await hands.write(page.getByLabel('People in each').first(), '2');
    await hands.press(button('Show what comes out'));
    await heading('Are these the shifts?');
    await check('pattern preview');
    await hands.press(button('Make these shifts'));
    await says('The shifts are made: 4 new ones');
    await check('shifts');
    await hands.press(button('Who is on them'));
    await heading('Rota');
    await says('8 gaps of 8 places');
    await check('board empty');
    await hands.press(button('Fill the rota'));
    await heading('Fill the rota');
    await check('fill');
    await hands.press(button('Fill the rota'));
    await says('Best possible: proven');
    await check('filled');
    await hands.press(link('Look at the rota'));
    await says('All 8 places are covered, no rule is broken.');
    await check('board');

    const chip = page.locator('[data-chip]').first();
    const pinned = {
      shift: await chip.getAttribute('data-chip-shift'),
      who: await chip.getAttribute('data-chip'),
    };
    const same = page.locator(`[data-chip-shift="${pinned.shift}"][data-chip="${pinned.who}"]`);
    if (hands === byKeyboard) {
      await tabTo(same);
      await page.keyboard.press('p');
    } else {
      await hands.press(same);
      await button('Pin: no fill moves them').waitFor();
      await check('place');
      await hands.press(button('Pin: no fill moves them'));
    }
    await same.getByText('Pinned').waitFor();
    await hands.press(button('Fill the rota'));
    await says('What you pinned (1) stays.');
    await hands.choose(page.getByRole('radio', { name: 'Nothing: begin afresh' }));
    await Promise.all([page.waitForEvent('framenavigated'), hands.press(button('Fill the rota again'))]);
    // The page of a fill that goes on, which has no such button, gives way to that of what came of it by itself.
    await button('Fill the rota again').waitFor();
    expect(await fillsDone()).toBe(2);
    await tab('Rota');
    await same.getByText('Pinned').waitFor();
    await says('All 8 places are covered, no rule is broken.');
  });

  it('publishes the rota, and everybody has it by mail, for their calendar, and on their page', async () => {
    await hands.press(button('Check and publish'));
    await heading('Publish the rota');
    await check('publish');
    await hands.press(button('Publish and tell 4 people'));
    await says('Rota 1 is published. 4 people have been written to.');
    await check('published');
    for (const person of team) {
      const { attachments, text } = await system.mailbox.waitFor(addressOf(person), {
        subject: `Your shifts on our stand: ${title}`,
      });
      const calendar = attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
      expect(calendar?.content.toString()).toContain('BEGIN:VEVENT');
      expect(text).toContain(links.get(person) ?? 'a link');
    }
    await own.reload();
    await says(/^You have \d shifts? to come\.$/, own);
    await check('own shifts', own);
    await hands.press(link('print them', own));
    await heading(/./, own);
    await check('own print', own);
    await own.goBack();
  });

  it('has somebody drop out, and another step in by the link in their mail and check in', async () => {
    await hands.press(link(/^I cannot do this shift/, own));
    await heading('You cannot do this shift?', own);
    await check('own drop out', own);
    await hands.write(own.getByLabel('Why (optional)'), 'My train is cancelled.');
    await hands.press(button('I cannot do this shift', own));
    await says('Thank you for telling us.', own);
    await check('own dropped out', own);

    await hands.press(link('Back to the board'));
    await heading('Rota');
    await tab('Stand now');
    await says('My train is cancelled.');
    await check('now');
    await hands.press(link(new RegExp(`^(${days.map(weekdayOf).join('|')}) `)));
    await heading('Who could step in?');
    await check('cover');
    await hands.choose(page.getByRole('radio', { name: 'All at once' }));
    await hands.press(button('Ask them'));
    await says('They have been written to.');
    await check('asked');

    const asked = await mailTo(/^Could you step in\?/);
    await own.goto(/https?:\/\/\S+\/stands\/cover\/[\w-]+/.exec(asked.text)?.[0] ?? '');
    await heading('Could you step in?', own);
    await check('own asked', own);
    await hands.press(button('Yes, I step in', own));
    await heading('The shift is yours', own);
    await check('own stepped in', own);
    await hands.press(link(`Your page for ${title}`, own));
    // The day has come: their first shift began five minutes ago.
    await tables.query(
      `UPDATE current_assignments SET starts_at = now() - interval '5 minutes', ends_at = now() + interval '3 hours'
       WHERE id = (SELECT a.id FROM current_assignments a JOIN team_members m ON m.id = a.team_member_id
                   WHERE lower(m.email) = $1 AND a.status = 'assigned' ORDER BY a.starts_at LIMIT 1)`,
      [asked.to[0]],
    );
    await hands.press(link('Stand now', own));
    await heading('Stand now', own);
    await check('own now', own);
    await hands.press(button(/^I am here/, own));
    await says('You are checked in', own);
    await check('own checked in', own);
    await hands.press(page.getByRole('link', { name: 'Stand now' }).first());
    await says('On the stand now (1)');
    await check('now with one');
    await hands.press(own.getByRole('link', { name: 'Your page' }).first());
  });

  /** The first mail with such a subject to somebody of this team. */
  async function mailTo(subject: RegExp) {
    const addresses = new Set(team.map(addressOf));
    const find = () =>
      system.mailbox.all().find((mail) => subject.test(mail.subject) && addresses.has(mail.to[0] ?? ''));
    await until(() => find() !== undefined);
    const mail = find();
    if (mail === undefined) throw new Error('the mail has gone');
    return mail;
  }

  it('brings something to the stand, where a volunteer hands it out and counts what is left', async () => {
    const item = `Case-studies packs (${mark})`;
    const place = `Counter (${mark})`;
    await tab('Stock');
    await check('stock empty');
    await hands.press(link('Add the stand as a place'));
    await hands.choose(page.getByRole('radio', { name: 'Stand of an exhibition' }));
    await hands.write(page.getByLabel('Name'), place);
    await hands.write(page.getByLabel('Code'), code);
    await hands.pick(page.getByLabel('At which exhibition is it?'), title);
    await check('place new');
    await hands.press(button('Add the place'));
    await says('The place is added.');
    await check('place empty');
    await hands.press(page.getByRole('navigation').getByRole('link', { name: 'What is where' }));
    await heading('Stock');
    await check('stock');
    await hands.press(button('Add an item'));
    await hands.write(page.getByLabel('Name'), item);
    await hands.write(page.getByLabel('One of it is called'), 'pack');
    await check('item new');
    await hands.press(button('Add the item'));
    await says('The item is added.');
    await check('item');
    await hands.press(page.getByRole('navigation').getByRole('link', { name: 'What is where' }));
    await heading('Stock');
    await hands.press(link(place));
    await hands.press(button('Receive into it'));
    await hands.pick(page.getByLabel('What'), item);
    await hands.press(button('Continue'));
    await hands.write(page.getByLabel('Or another number'), '60');
    await page.keyboard.press('Enter');
    await says(`60 packs received into ${place}.`);

    await hands.press(link('Hand things out and count what is left', own));
    await heading('Stock on the stand', own);
    await check('own stock', own);
    await hands.press(link(`${item} from ${place}`, own));
    await hands.press(own.getByRole('button', { name: 'Hand out 10', exact: true }));
    await says(`10 packs handed out from ${place}.`, own);
    await check('own hand-out', own);
    await hands.press(own.getByRole('link', { name: 'Stock on the stand' }).first());
    await hands.press(button('Count what is here', own));
    await hands.write(own.getByLabel(item), '47');
    await check('own count', own);
    await hands.press(button('Save the count', own));
    await says('3 fewer', own);
    await check('own counted', own);
    // And back to where they came from.
    await hands.press(own.getByRole('link', { name: 'Stock on the stand' }).first());
    await heading('Stock on the stand', own);
    await hands.press(own.getByRole('link', { name: 'Your page' }).first());
    await says(/^You have \d shifts? to come\.$/, own);
  });

  it('makes the browser complain of nothing', () => {
    expect(complaints.flat()).toEqual([]);
  });
});
