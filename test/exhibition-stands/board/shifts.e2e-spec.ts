import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '../../until.js';
import { staffPerson } from '../stage.js';
import { day, startBoard, type BoardStage } from './board-stage.js';

let stage: BoardStage;
let headers: Record<string, string>;
beforeAll(async () => {
  stage = await startBoard();
  headers = await stage.headers({ ...staffPerson, via: 'api' });
});
afterAll(() => stage.stop());

interface ShiftJson {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly day: string;
  readonly cover: number;
  readonly source: string;
}

interface DraftJson {
  readonly version: number;
  readonly lastStep: number | null;
  readonly assignments: readonly { shiftId: string; memberId: string; isPinned: boolean }[];
  readonly gaps: readonly { shiftId: string; places: number }[];
  readonly violations: readonly { rule: string; name: string }[];
}

const typed = (about: Readonly<Record<string, string>> = {}) => ({
  'use.open': 'yes',
  'open.slotMinutes': '120',
  'open.cover': '2',
  'open.leads': '0',
  'open.handover': 'none',
  'open.handoverMinutes': '0',
  ...about,
});

const get = async <Body>(path: string) => (await stage.api<Body>('GET', path, headers)).body;
const shiftsOf = async (id: string) => (await get<{ items: ShiftJson[] }>(`/exhibitions/${id}/shifts`)).items;

async function versionIn(page: Promise<{ text: string }>): Promise<string> {
  return /name="version" value="(\d+)"/.exec((await page).text)?.[1] ?? '';
}

describe('shifts from a pattern', () => {
  test('are shown before they are made, and made once', async () => {
    const { id, manage } = await stage.exhibition({ days: [day] });
    const preview = await stage.ask(`${manage}/shifts/pattern`, typed());
    expect(preview.text).toContain('4 new shifts.');
    expect(await shiftsOf(id)).toEqual([]);
    const confirm = { ...typed(), confirm: 'yes', version: '0' };
    for (const time of [1, 2])
      expect({ time, ...(await stage.ask(`${manage}/shifts/pattern`, confirm)) }).toMatchObject({
        time,
        status: 303,
      });
    expect((await shiftsOf(id)).map(({ startsAt, cover }) => [startsAt, cover])).toEqual(
      ['08', '10', '12', '14'].map((hour) => [`${day}T${hour}:00:00Z`, 2]),
    );
  });

  test('keep what is made by hand when they are made again, and say which pins go on and which are lost', async () => {
    const { id, manage } = await stage.exhibition({ days: [day] });
    const member = await stage.teamMember({ id }, { name: 'Ana Ek' });
    await stage.ask(`${manage}/shifts/pattern`, { ...typed(), confirm: 'yes', version: '0' });
    const [first, , , last] = await shiftsOf(id);
    const edit = {
      day,
      from: '3.15pm',
      until: '5pm',
      cover: '1',
      leads: '0',
      label: 'Last hours',
      version: '1',
    };
    expect((await stage.ask(`${manage}/shifts/${last?.id}/edit`, edit)).status).toBe(303);
    for (const act of ['put', 'pin']) {
      const { version } = await get<DraftJson>(`/exhibitions/${id}/draft`);
      const form = { act, shift: first?.id ?? '', member: member.id, version: String(version) };
      expect((await stage.ask(`${manage}/rota/acts`, form)).status).toBe(303);
    }
    const hourly = typed({ 'open.slotMinutes': '240', 'open.cover': '1' });
    const preview = stage.ask(`${manage}/shifts/pattern`, hourly);
    expect((await preview).text).toContain(
      'Ana Ek is pinned to Monday 24 September, 9am to 11am: the pin goes on',
    );
    expect((await preview).text).toContain('1 made by hand or for an event stays as it is');
    const stale = await stage.ask(`${manage}/shifts/pattern`, { ...hourly, confirm: 'yes', version: '1' });
    expect(stale.status).toBe(409);
    const version = await versionIn(preview);
    const made = await stage.ask(`${manage}/shifts/pattern`, { ...hourly, confirm: 'yes', version });
    expect(made.status).toBe(303);
    const now = await shiftsOf(id);
    expect(now.map(({ source }) => source).toSorted()).toEqual(['hand', 'pattern', 'pattern']);
    const draft = await get<DraftJson>(`/exhibitions/${id}/draft`);
    expect(draft.assignments).toMatchObject([{ shiftId: now[0]?.id, memberId: member.id, isPinned: true }]);
  });

  test('follow hours across midnight in the night in which the clock changes', async () => {
    const night = { day: '2035-10-27', opens: '22:00', closes: '06:00' };
    const { id, manage } = await stage.exhibition({ days: [night] });
    const hourly = typed({ 'open.slotMinutes': '60', confirm: 'yes', version: '0' });
    expect((await stage.ask(`${manage}/shifts/pattern`, hourly)).status).toBe(303);
    const made = await shiftsOf(id);
    expect(made).toHaveLength(9);
    expect(new Set(made.map((shift) => shift.day))).toEqual(new Set(['2035-10-27']));
  });

  test('say what is wrong with a pattern', async () => {
    const { manage } = await stage.exhibition({ days: [day] });
    const refused = await stage.ask(
      `${manage}/shifts/pattern`,
      typed({ 'open.leads': '3', 'open.slotMinutes': '' }),
    );
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Enter the length of a shift in minutes.');
    const leads = await stage.ask(`${manage}/shifts/pattern`, typed({ 'open.leads': '3' }));
    expect(leads.text).toContain('A shift of 2 cannot have 3 leads.');
    expect((await stage.ask(`${manage}/shifts/pattern`, {})).status).toBe(422);
  });
});

describe('for programs', () => {
  test('shifts are made, changed and removed', async () => {
    const { id } = await stage.exhibition({ days: [day] });
    const pattern = { open: { slotMinutes: 120, cover: 2 } };
    const root = `/exhibitions/${id}`;
    const preview = await stage.api<{ version: number; added: unknown[] }>(
      'POST',
      `${root}/shift-pattern/previews`,
      headers,
      pattern,
    );
    expect(preview.body.added).toHaveLength(4);
    const key = { ...headers, 'idempotency-key': randomUUID() };
    for (const time of [1, 2]) {
      const body = { pattern, version: preview.body.version };
      expect({ time, ...(await stage.api('POST', `${root}/shift-pattern/runs`, key, body)) }).toMatchObject({
        time,
        status: 200,
      });
    }
    const shift = { startsAt: `${day}T18:00:00Z`, endsAt: `${day}T20:00:00Z`, cover: 2, label: 'Reception' };
    const added = await stage.api<ShiftJson>('POST', `${root}/shifts`, headers, shift);
    expect(added).toMatchObject({ status: 201, body: { source: 'hand', cover: 2 } });
    const one = `${root}/shifts/${added.body.id}`;
    const stale = await stage.api('PUT', one, { ...headers, 'if-match': '"7"' }, { ...shift, cover: 3 });
    expect(stale.status).toBe(412);
    const edited = await stage.api('PUT', one, { ...headers, 'if-match': '"1"' }, { ...shift, cover: 3 });
    expect(edited).toMatchObject({ status: 200, body: { cover: 3, version: 2 } });
    expect((await stage.api('DELETE', one, headers)).status).toBe(204);
    const all = (await shiftsOf(id)).map((each) => each.id);
    const removed = await stage.api('POST', `${root}/shifts/removals`, headers, {
      shiftIds: all.slice(0, 2),
    });
    expect(removed.body).toEqual({ removed: 2 });
    const backwards = { ...shift, endsAt: shift.startsAt };
    expect((await stage.api('POST', `${root}/shifts`, headers, backwards)).status).toBe(422);
  });

  test('a draft is changed, filled, compared and taken back', async () => {
    const rota = await stage.rota();
    const root = `/exhibitions/${rota.id}`;
    const at = { shiftId: rota.shifts[0] ?? '', memberId: rota.team[2]?.id ?? '' };
    const put = await stage.api('POST', `${root}/draft/acts`, headers, { act: 'put', ...at, version: 0 });
    expect(put).toEqual({ status: 200, body: { version: 1, isMixed: false } });
    const draft = await get<DraftJson>(`${root}/draft`);
    expect(draft.violations).toMatchObject([
      { rule: 'first-timer', name: 'Nobody experienced beside a first-timer' },
    ]);
    expect(draft.gaps).toHaveLength(2);
    expect(
      (await stage.api('POST', `${root}/draft/undo`, headers, { step: draft.lastStep ?? 0 })).status,
    ).toBe(200);
    expect((await get<DraftJson>(`${root}/draft`)).assignments).toEqual([]);
    const candidates = await get<{ items: { name: string; why: { rule: string }[] }[] }>(
      `${root}/draft/shifts/${at.shiftId}/candidates`,
    );
    expect(candidates.items.map(({ name, why }) => [name, why.map(({ rule }) => rule)])).toEqual([
      ['Ana Ek', []],
      ['Ben Ash', []],
      ['Cas Oak', ['first-timer']],
    ]);
    const fill = await stage.api<{ id: string }>('POST', `${root}/fills`, headers, {
      seconds: 20,
      basis: 'none',
    });
    expect(fill.status).toBe(202);
    await until(
      async () => (await get<{ outcome: string }>(`${root}/fills/${fill.body.id}`)).outcome === 'taken',
    );
    expect(await get(`${root}/fills/${fill.body.id}`)).toMatchObject({
      status: 'done',
      answer: { status: 'proven' },
      quality: expect.stringContaining('Best possible: proven'),
    });
    expect((await get<DraftJson>(`${root}/draft`)).gaps).toEqual([]);
    expect(await get(`${root}/draft/comparison`)).toEqual({ isPublished: false, people: [] });
    const unknown = { act: 'put', shiftId: randomUUID(), memberId: at.memberId, version: 9 };
    expect(await stage.api('POST', `${root}/draft/acts`, headers, unknown)).toMatchObject({
      status: 409,
      body: { code: 'gone-meanwhile' },
    });
  });
});
