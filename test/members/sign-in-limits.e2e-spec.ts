import type pg from 'pg';
import { startSystem, type System } from '#launcher';
import { TestBrowser, textOf } from './browsing.js';
import { addPerson, connect } from './sessions.js';
import { allHandled, codeOn, linkFor, signInPath } from './signing-in.js';

// Asked directly, as if each request came through the shell from the network that it names.
let system: System;
let client: pg.Client;
beforeAll(async () => {
  system = await startSystem({ apps: ['members', 'mailer'], mailbox: true });
  client = await connect(system);
});
afterAll(async () => {
  await client.end();
  await system.stop();
});
beforeEach(() => client.query('DELETE FROM limits'));

let people = 0;
async function someone() {
  people += 1;
  const address = `person-${people}@example.org`;
  await addPerson(client, { name: `Person ${people}`, address });
  return address;
}

const browserAt = (network: string) =>
  new TestBrowser(system, {
    origin: system.urls['members'] ?? '',
    headers: { 'x-forwarded-for': network, origin: '' },
  });

const askFrom = (network: string, address: string) => browserAt(network).post(signInPath, { address });

/** How many mails the asks for an address so far have brought about, or will. */
async function mailsFor(address: string, network: string | null = null): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM sign_in_requests
     WHERE address = $1 AND may_send AND network = coalesce($2, network)`,
    [address, network],
  );
  return rows[0]?.count ?? 0;
}

/** The n-th of many networks. */
const networkNumber = (index: number) => `198.${51 + Math.floor(index / 200)}.${index % 200}.7`;

describe('for one address', () => {
  it('one network brings about five mails in a quarter of an hour; later asks get the same answer', async () => {
    const address = await someone();
    for (let times = 1; times <= 8; times += 1) {
      const answer = await askFrom('192.0.2.1', address);
      expect([answer.status, answer.location]).toEqual([303, `${signInPath}/asked`]);
      expect(await mailsFor(address)).toBe(Math.min(times, 5));
    }
    await allHandled(client);
    const { rows } = await client.query(
      'SELECT 1 FROM sign_in_requests WHERE address = $1 AND link_hash IS NOT NULL',
      [address],
    );
    expect(rows).toHaveLength(5);
    await client.query(`UPDATE limits SET ends_at = now()`);
    await askFrom('192.0.2.1', address);
    expect(await mailsFor(address)).toBe(6);
  });

  it('other networks go on as before', async () => {
    const address = await someone();
    for (let times = 0; times < 8; times += 1) await askFrom('192.0.2.1', address);
    await askFrom('192.0.2.2', address);
    await askFrom('2001:db8::1', address);
    expect(await mailsFor(address)).toBe(7);
  });

  it('somebody who asks all day from many networks cannot keep the owner from asking at theirs', async () => {
    const address = await someone();
    for (let hours = 1; hours <= 3; hours += 1) {
      for (let index = 0; index < 40; index += 1) await askFrom(networkNumber(index % 30), address);
      for (let times = 0; times < 3; times += 1) await askFrom('203.0.113.5', address);
      expect(await mailsFor(address, '203.0.113.x')).toBe(hours);
      await client.query(`UPDATE limits SET ends_at = ends_at - interval '1 hour'`);
    }
  });

  it('many networks together bring about 20 mails in an hour, then one each', async () => {
    const address = await someone();
    for (let index = 0; index < 20; index += 1) await askFrom(networkNumber(index), address);
    expect(await mailsFor(address)).toBe(20);
    for (let index = 0; index < 20; index += 1) await askFrom(networkNumber(index), address);
    expect(await mailsFor(address)).toBe(40);
    for (let index = 0; index < 20; index += 1) await askFrom(networkNumber(index), address);
    expect(await mailsFor(address)).toBe(40);
  });

  it('a browser that signed in before is served, even in the network that the attack comes from', async () => {
    const address = await someone();
    const owner = browserAt('192.0.2.1');
    await owner.post(signInPath, { address });
    expect((await owner.post(await linkFor(system, address))).status).toBe(303);
    await owner.post('/members/sign-out');
    for (let times = 0; times < 40; times += 1) await askFrom('192.0.2.1', address);
    expect((await askFrom('192.0.2.1', address)).status).toBe(429);
    const before = await mailsFor(address);
    expect((await owner.post(signInPath, { address })).status).toBe(303);
    expect(await mailsFor(address)).toBe(before + 1);
    // The mark is for that address alone, and cannot be made up.
    const other = await someone();
    expect((await owner.post(signInPath, { address: other })).status).toBe(429);
    owner.cookies.set('known', 'x'.repeat(43));
    expect((await owner.post(signInPath, { address })).status).toBe(429);
  });

  it('a link that was sent works while the limits hold everything else back', async () => {
    const address = await someone();
    const owner = browserAt('192.0.2.1');
    await owner.post(signInPath, { address });
    const link = await linkFor(system, address);
    for (let times = 0; times < 40; times += 1) await askFrom('192.0.2.1', address);
    const code = codeOn((await owner.get(`${signInPath}/asked`)).html);
    const other = browserAt('192.0.2.1');
    expect((await other.post(link, { code })).status).toBe(303);
    expect(other.cookies.has('session')).toBe(true);
  });
});

describe('for one network', () => {
  const askForMany = async (network: string, times: number) => {
    const statuses: number[] = [];
    for (let index = 0; index < times; index += 1) {
      statuses.push((await askFrom(network, `nobody-${index}@example.com`)).status);
    }
    return statuses;
  };

  it('thirty asks in a quarter of an hour are fine; then it says so, and until when', async () => {
    expect(await askForMany('192.0.2.9', 30)).toEqual(Array.from({ length: 30 }, () => 303));
    const refused = await askFrom('192.0.2.9', 'nobody@example.com');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    expect(textOf(refused.html)).toContain('Too many links were asked for from where you are');
    expect(textOf(refused.html)).toContain('Try again in 15 minutes');
    expect(refused.headers.getSetCookie()).toEqual([]);
    expect((await askFrom('192.0.2.10', 'nobody@example.com')).status).toBe(303);
    await client.query('UPDATE limits SET ends_at = now()');
    expect((await askFrom('192.0.2.9', 'nobody@example.com')).status).toBe(303);
  });

  it('counts the addresses that one household has in IPv6 as one', async () => {
    for (let index = 0; index < 30; index += 1) {
      await askFrom(`2001:db8:1:2ff:${index.toString(16)}::1`, `nobody-${index}@example.com`);
    }
    expect((await askFrom('2001:db8:1:200::99', 'nobody@example.com')).status).toBe(429);
    expect((await askFrom('2001:db8:1:300::1', 'nobody@example.com')).status).toBe(303);
  });

  it('counts a whole range of IPv6 as well', async () => {
    const ask = (index: number) =>
      askFrom(`2001:db8:5:${(index * 256).toString(16)}::1`, `nobody-${index}@example.com`);
    for (let index = 0; index < 200; index += 1) {
      expect((await ask(index)).status).toBe(303);
    }
    await client.query('UPDATE limits SET count = count + 100 WHERE count = 200');
    expect((await ask(201)).status).toBe(429);
    expect((await askFrom('2001:db8:6::1', 'nobody@example.com')).status).toBe(303);
  });

  it('does not count an ask that ended in a sign-in, so that a full hall can sign in', async () => {
    for (let index = 0; index < 32; index += 1) {
      const address = await someone();
      const browser = browserAt('192.0.2.20');
      expect((await browser.post(signInPath, { address })).status).toBe(303);
      expect((await browser.post(await linkFor(system, address))).status).toBe(303);
    }
  });

  it('counts right when many ask at once', async () => {
    const asks = Array.from({ length: 45 }, (_, index) =>
      askFrom('192.0.2.30', `nobody-${index}@example.com`),
    );
    const statuses = (await Promise.all(asks)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(30);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });
});

it('counts nothing by name: what is kept of limits tells of nobody', async () => {
  const address = await someone();
  await askFrom('192.0.2.77', address);
  const { rows } = await client.query<{ bucket: string }>('SELECT bucket FROM limits');
  expect(rows.length).toBeGreaterThan(0);
  for (const { bucket } of rows) expect(bucket).toMatch(/^[\w-]{43}$/);
});
