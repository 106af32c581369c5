import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { staffPerson } from '../stage.js';
import { startRooms, type RoomsStage } from './rooms-stage.js';

const night = '2035-03-11';
const oneNight = { columns: { first_day: night, last_day: '2035-03-12' } };

describe('people pinned to rooms', () => {
  let stage: RoomsStage;
  let browser: Browser;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startRooms(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  /** Two who would share nothing, a cheap hotel with two rooms, and a dear one with two kinds. */
  const staged = async () => {
    const visit = await stage.visit(oneNight);
    const ann = await stage.traveller(visit, { name: 'Ann Ash' });
    const bo = await stage.traveller(visit, { name: 'Bo Birch' });
    const cheap = await stage.hotel(visit, 'Centrale', [{ type: 'SG', rooms: 2, price: '50' }]);
    const dear = await stage.hotel(visit, 'Palace', [
      { type: 'SG', rooms: 1, price: '90' },
      { type: 'DB', rooms: 1, price: '190' },
    ]);
    const [double] = await stage.query<{ id: string }>(
      `SELECT id FROM room_kinds WHERE hotel_id = $1 AND type = 'DB'`,
      [dear],
    );
    const pin = (fields: Record<string, string>) =>
      stage.staff(`${visit.manage}/rooms/people/${ann.id}/pin`, fields);
    return { visit, ann, bo, cheap, dear, double: double?.id ?? '', pin };
  };

  it('sleep there in every proposal, until that is taken back', async () => {
    const { visit, dear, double, pin } = await staged();
    await stage.propose(visit);
    expect((await stage.board(visit)).map((line) => line.slice(11))).toEqual([
      'SG-01: Ann Ash',
      'SG-02: Bo Birch',
    ]);
    for (const _ of [1, 2])
      expect((await pin({ pin: `${dear} ${double}`, seen: 'nowhere' })).status).toBe(303);
    const board = (await stage.staff(`${visit.manage}/rooms`)).text;
    expect(board).toContain('although pinned to Palace, double, one bed');
    await stage.propose(visit);
    expect((await stage.board(visit)).map((line) => line.slice(11))).toEqual([
      'DB-01: Ann Ash',
      'SG-01: Bo Birch',
    ]);
    expect((await stage.staff(`${visit.manage}/rooms`)).text).toMatch(/Ann Ash[^]*Pinned/);
    expect((await pin({ pin: 'nowhere', seen: `${dear} ${double}` })).status).toBe(303);
    await stage.propose(visit);
    expect((await stage.board(visit)).map((line) => line.slice(11))).toEqual([
      'SG-01: Ann Ash',
      'SG-02: Bo Birch',
    ]);
    const history = (await stage.staff(`${visit.manage}/history`)).text;
    expect(history.match(/Somebody pinned to a room/g)).toHaveLength(1);
  });

  it('are moved nowhere else by hand, and it is said where rooms are missing for them', async () => {
    const { visit, ann, bo, cheap, dear, pin } = await staged();
    expect((await pin({ pin: dear, seen: 'nowhere' })).status).toBe(303);
    const [kind] = await stage.query<{ id: string }>('SELECT id FROM room_kinds WHERE hotel_id = $1', [
      cheap,
    ]);
    const moved = await stage.staff(`${visit.manage}/rooms/people/${ann.id}/move`, {
      nights: [night],
      room: kind?.id ?? '',
    });
    expect(moved.status).toBe(409);
    expect(moved.text).toContain('although pinned to Palace');
    await stage.query(`UPDATE room_kinds SET rooms = 0 WHERE hotel_id = $1`, [dear]);
    await stage.propose(visit);
    expect((await stage.staff(`${visit.manage}/rooms`)).text).toContain('1 room short in the night of');
    expect(bo.name).toBe('Bo Birch');
  });

  it('are not pinned elsewhere by who saw what is there no longer, nor to what there is not; the same for programs', async () => {
    const { visit, ann, cheap, dear, double, pin } = await staged();
    expect((await pin({ pin: '', seen: 'nowhere' })).status).toBe(422);
    expect((await pin({ pin: cheap, seen: 'nowhere' })).status).toBe(303);
    const late = await pin({ pin: dear, seen: 'nowhere' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Somebody else changed this after you opened it: Centrale.');
    const headers = await stage.headers({ ...staffPerson, via: 'api' });
    const put = (pinned: unknown) =>
      stage.api('PUT', `/visits/${visit.id}/rooms/people/${ann.id}/pin`, headers, { pin: pinned });
    expect((await put({ hotelId: cheap, kindId: double })).status).toBe(422);
    const { status, body } = await put({ hotelId: dear, kindId: double });
    expect([status, body]).toMatchObject([200, { pin: { hotelId: dear, kindId: double } }]);
    expect((await put(null)).body).toMatchObject({ pin: null });
    expect(
      (await stage.api('PUT', `/visits/${visit.id}/rooms/people/${ann.id}/pin`, {}, { pin: null })).status,
    ).toBe(403);
  });

  it('are pinned on a phone', async () => {
    const { visit, ann } = await staged();
    const context = await stage.staffBrowser(browser);
    const page = await context.newPage();
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`${visit.manage}/rooms/people/${ann.id}`);
    await page.getByRole('link', { name: 'Pin them to a hotel or a room' }).click();
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'rooms pin');
    await page.getByLabel('Palace, any room').check();
    await page.getByRole('button', { name: 'Save where they sleep' }).click();
    await page.getByText('Ann Ash is pinned.').waitFor();
    await stage.propose(visit);
    await page.goto(`${visit.manage}/rooms`);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'rooms board pinned');
    await context.close();
  });
});
