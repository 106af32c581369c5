import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { TestBrowser, textOf } from '../members/browsing.js';
import { openFor } from '../members/signing-in.js';
import { sam, startSignedIn, type SignedInSystem } from '../shell/signed-in.js';
import { Asking } from './asking.js';
import { address, ask, known, recipientOf } from './mailing.js';

const path = '/mail/mailings';

describe('the staff’s pages about mailings', () => {
  let site: SignedInSystem;
  let asking: Asking;
  let staff: TestBrowser;
  let browser: Browser;
  beforeAll(async () => {
    site = await startSignedIn({ apps: ['shell', 'members', 'mailer'], mailbox: true });
    asking = Asking.in(site.system);
    staff = await site.signedIn(sam);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await asking.close();
    await site.stop();
  });

  it('say what will be there while there is nothing', async () => {
    const { status, html } = await staff.get(path);
    expect([status, textOf(html).includes('There has been no mailing yet')]).toEqual([200, true]);
    expect(textOf((await staff.get(`${path}?page=2`)).html)).toContain('The list ends before this page');
  });

  it('are about people whom members has told of by itself, at the first start', async () => {
    const { rows } = await site.client.query<{ id: string; name: string; address: string | null }>(
      `SELECT p.id, p.name, e.address FROM people p
         LEFT JOIN emails e ON e.person_id = p.id AND e.is_primary AND e.verified_at IS NOT NULL
       WHERE p.merged_into IS NULL AND p.erased_at IS NULL ORDER BY p.id`,
    );
    expect(rows.length).toBeGreaterThan(10);
    const theirs = 'SELECT id, name, address FROM people WHERE merged_into IS NULL ORDER BY id';
    await asking.so(async () => (await asking.ask(theirs)).length === rows.length);
    expect(await asking.ask(theirs)).toEqual(rows);
  });

  it('tell how far a mailing has come, and what became of its mails', async () => {
    const people = [await known(asking), await known(asking), await known(asking, { email: null })];
    const recipients = [...people, { id: randomUUID() }].map(recipientOf);
    const { mailing } = await ask(asking, recipients, {
      total: 1205,
      title: 'Ffair <b>Caerdydd</b>: new time',
    });
    for (const { mailId } of recipients.slice(0, 2)) await asking.until(mailId, 'sent');
    for (const { mailId } of recipients) await asking.until(mailId, 'sent', 'refused', 'asked');
    const page = await staff.get(`${path}/${mailing.mailingId}`);
    const words = textOf(page.html);
    expect(words).toContain('2 of 1,205 mails sent, 1 not sent, 1,202 still to go');
    expect(words).toMatch(/Sent .* 2 Trying again .* 0 Refused .* 1 .* To come .* 1,201/);
    expect(words).toContain('Event changes');
    expect(page.html).not.toContain('<b>Caerdydd');
    const link = `/mail?status=refused&amp;mailing=${mailing.mailingId}`;
    expect(page.html).toContain(`href="${link}"`);
    expect(textOf((await staff.get(link.replace('&amp;', '&'))).html)).toContain('1 mail, the latest first');
    const list = await staff.get(path);
    expect(list.html).toContain(`href="${path}/${mailing.mailingId}"`);
    expect(textOf(list.html)).toContain('1 mailing, the latest first');
    expect(textOf(list.html)).toContain('2 of 1,205 mails sent');
  });

  it('show a mailing go out, without loading the page again until the last has gone', async () => {
    const people = [];
    for (let count = 0; count < 5; count += 1) people.push(await known(asking));
    await asking.ask(
      `INSERT INTO switched_off (person_id, kind, since, how) VALUES ($1, $2, now(), 'page')`,
      [people[1]?.id, 'event-changes'],
    );
    const recipients = people.map(recipientOf);
    const { mailing } = await ask(asking, recipients.slice(0, 2), { total: recipients.length });
    const { mailingId } = mailing;
    await asking.so(async () => (await staff.get(`${path}/${mailingId}`)).status === 200);
    const page = await openFor(browser, site.system, staff);
    await page.goto(`${site.system.urls['shell']}${path}/${mailingId}`);
    await page.evaluate(() => {
      document.body.dataset['same'] = 'yes';
    });
    const words = page.locator('label[for=progress]');
    const cell = (status: string) => page.locator(`[data-progress-value=${status}]`).textContent();
    await words.getByText('1 of 5 mails sent, 1 not sent, 3 still to go').waitFor();
    expect(await Promise.all(['sent', 'unwanted', 'to-come'].map(cell))).toEqual(['1', '1', '3']);
    // Whoever looks on is not troubled by a new start of the service.
    await site.system.restart('mailer');
    await address(asking, mailingId, recipients.slice(2, 3), 3);
    await words.getByText('2 of 5 mails sent, 1 not sent, 2 still to go').waitFor();
    expect(await Promise.all(['sent', 'to-come'].map(cell))).toEqual(['2', '2']);
    expect(await page.locator('body').getAttribute('data-same')).toBe('yes');
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'mailing going out');
    await address(asking, mailingId, recipients.slice(3), 4);
    await page.getByText('4 of 5 mails sent, 1 not sent.').waitFor();
    expect(await page.locator('progress').count()).toBe(0);
    expect(await page.locator('body').getAttribute('data-same')).toBeNull();
    await page.close();
  });

  it('are for staff alone, and know what there is not', async () => {
    const { rows } = await site.client.query<{ address: string }>(
      `SELECT address FROM emails WHERE is_primary AND verified_at IS NOT NULL
         AND person_id NOT IN (SELECT person_id FROM grants) LIMIT 1`,
    );
    const somebody = await site.signedIn(rows[0]?.address ?? '');
    for (const other of [somebody, new TestBrowser(site.system)]) {
      expect((await other.get(path)).status).toBe(403);
      expect((await other.get(`${path}/${randomUUID()}`)).status).toBe(403);
    }
    expect((await staff.get(`${path}/${randomUUID()}`)).status).toBe(404);
    expect((await staff.get(`${path}/1`)).status).toBe(404);
  });

  it('axe finds nothing on them, and nothing scrolls sideways', async () => {
    const title = `Cyngres ${'Llanfairpwllgwyngyll'.repeat(6)} and a title as long as anybody might write it: new time`;
    const { mailing } = await ask(asking, [recipientOf(await known(asking))], {
      title,
      due: '2026-10-01T09:00:00Z',
    });
    await asking.so(async () => (await staff.get(`${path}/${mailing.mailingId}`)).status === 200);
    const page = await openFor(browser, site.system, staff);
    const complaints = listenForComplaints(page);
    for (const [name, place] of [
      ['mailings', path],
      ['mailings past their end', `${path}?page=9`],
      ['mailing', `${path}/${mailing.mailingId}`],
    ] as const) {
      await page.goto(`${site.system.urls['shell']}${place}`);
      expect([name, await faultsOf(page)]).toEqual([name, []]);
      await shoot(page, name);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});
