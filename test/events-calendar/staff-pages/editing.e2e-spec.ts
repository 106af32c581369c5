import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../signed-in.js';
import { formIn } from './form-in.js';
import { startStaffed, textOf, type Staffed } from './staff.js';

const kim: Person = { id: 'kim', name: 'Kim Example', roles: ['admin'] };

let calendar: Staffed;
beforeAll(async () => {
  calendar = await startStaffed();
});
afterAll(() => calendar.stop());

const fieldsOf = async (path: string) => formIn((await calendar.get(path)).html);
const refOf = (path: string) => path.split('/').at(-1) ?? '';

const eventOf = async (path: string) => {
  const [row] = await calendar.query<Record<string, unknown>>('SELECT * FROM events WHERE ref = $1', [
    refOf(path),
  ]);
  return row ?? {};
};

const weekly = {
  'recurrence.repeats': 'weekly',
  'recurrence.interval': '1',
  'recurrence.ends': 'count',
  'recurrence.count': '4',
};

describe('editing an event', () => {
  test('changes what was changed, and says so in its history', async () => {
    const event = await calendar.write({ title: 'Before', tags: 'a, b' });
    const fields = await fieldsOf(`${event}/edit`);
    const saved = await calendar.post(`${event}/edit`, {
      ...fields,
      title: 'After',
      'place.name': 'City Hall',
    });
    expect(saved).toMatchObject({ status: 303, location: event, notice: '“After” is saved.' });
    expect(await eventOf(event)).toMatchObject({
      title: 'After',
      place_name: 'City Hall',
      version: 2,
      tags: ['a', 'b'],
    });
    const history = textOf((await calendar.get(event)).html);
    expect(history).toMatch(
      /Changed .* by Sam Example .*Title: Before → After .*Place: Town Hall → City Hall/,
    );
  });

  test('tells long texts and names in its history so that they can be read', async () => {
    const event = await calendar.write({ title: 'Long', description: 'Old '.repeat(60) });
    await calendar.post(`${event}/edit`, {
      ...(await fieldsOf(`${event}/edit`)),
      description: 'New <i>text</i>',
      newSeries: 'Officer calls',
      audience: 'board',
      board: 'values-and-principles-board',
      action: 'confirm',
    });
    const { html } = await calendar.get(event);
    expect(html).toMatch(
      /<details><summary>Description: show what it was and what it became<\/summary><del>Old Old/,
    );
    expect(html).toContain('New &lt;i>text&lt;/i>');
    expect(textOf(html)).toContain('Board: nothing → Values & Principles Board');
    expect(textOf(html)).toContain('Series: nothing → Officer calls');
  });

  test('that changes nothing writes nothing', async () => {
    const event = await calendar.write({ title: 'Same', description: 'One\n\nTwo', ...weekly });
    const before = await calendar.rows();
    const saved = await calendar.post(`${event}/edit?scope=all`, {
      ...(await fieldsOf(`${event}/edit?scope=all`)),
      action: 'confirm',
    });
    expect(saved).toMatchObject({ status: 303, location: event });
    expect(await calendar.rows()).toEqual(before);
    expect(await eventOf(event)).toMatchObject({ version: 1 });
  });

  test('keeps a time that the form cannot say: the second 1.30am on the night that the clocks go back', async () => {
    const event = await calendar.write({ title: 'Night' });
    await calendar.query(
      `UPDATE events SET starts_at = '2099-10-25T01:30Z', ends_at = '2099-10-25T03:00Z' WHERE ref = $1`,
      [refOf(event)],
    );
    const fields = await fieldsOf(`${event}/edit`);
    expect(fields).toMatchObject({ 'when.start.time': '1:30am', 'when.end.time': '3am' });
    await calendar.post(`${event}/edit`, { ...fields, title: 'Nights', action: 'confirm' });
    expect(await eventOf(event)).toMatchObject({ title: 'Nights', starts_at: new Date('2099-10-25T01:30Z') });
  });

  test('warns only of what the change brings with it', async () => {
    const other = { 'when.start.date.day': '9', 'when.start.date.month': '9' };
    await calendar.write({ title: 'There already', ...other });
    const event = await calendar.write({ title: 'Added', ...other });
    const fields = await fieldsOf(`${event}/edit`);
    const renamed = await calendar.post(`${event}/edit`, { ...fields, title: 'Renamed' });
    expect(renamed.status).toBe(303);
    const again = await fieldsOf(`${event}/edit`);
    const longer = await calendar.post(`${event}/edit`, { ...again, 'when.end.time': '12 noon' });
    expect(longer.status).toBe(200);
    expect(textOf(longer.html)).toContain('The time clashes with “There already”');
    const homeless = await calendar.post(`${event}/edit`, { ...again, 'place.name': '' });
    expect(textOf(homeless.html)).toContain('There is no place yet.');
    const anyway = await calendar.post(`${event}/edit`, { ...formIn(homeless.html), action: 'confirm' });
    expect(anyway.status).toBe(303);
    expect(await eventOf(event)).toMatchObject({ place_name: null, version: 3 });
  });

  test('that somebody else was quicker at is refused with their change, and can be saved over it', async () => {
    const event = await calendar.write({ title: 'Shared' });
    const mine = { ...(await fieldsOf(`${event}/edit`)), title: 'Mine', description: 'Typed with care' };
    await calendar.post(
      `${event}/edit`,
      { ...(await fieldsOf(`${event}/edit`)), title: 'Theirs', action: 'confirm' },
      kim,
    );
    for (const action of ['save', 'preview', 'confirm']) {
      const conflict = await calendar.post(`${event}/edit`, { ...mine, action });
      expect(conflict.status).toBe(409);
      expect(textOf(conflict.html)).toContain('Kim Example changed this event after you opened it');
      expect(textOf(conflict.html)).toContain('Title: Shared → Theirs');
      expect(conflict.html).toContain('Typed with care</textarea>');
      expect(await eventOf(event)).toMatchObject({ title: 'Theirs', version: 2 });
    }
    const conflict = await calendar.post(`${event}/edit`, mine);
    const over = await calendar.post(`${event}/edit`, { ...formIn(conflict.html), action: 'confirm' });
    expect(over.status).toBe(303);
    expect(await eventOf(event)).toMatchObject({ title: 'Mine', description: 'Typed with care', version: 3 });
    expect(textOf((await calendar.get(event)).html)).toMatch(
      /by Sam Example .*Theirs → Mine.* by Kim Example/,
    );
  });

  test('is done once when the button is pressed twice', async () => {
    const event = await calendar.write({ title: 'Pressed' });
    const fields = { ...(await fieldsOf(`${event}/edit`)), title: 'Pressed twice', action: 'confirm' };
    const both = await Promise.all([
      calendar.post(`${event}/edit`, fields),
      calendar.post(`${event}/edit`, fields),
    ]);
    expect(both.map(({ status, location }) => [status, location])).toEqual([
      [303, event],
      [303, event],
    ]);
    expect(await calendar.post(`${event}/edit`, fields)).toMatchObject({ status: 303, location: event });
    expect(await eventOf(event)).toMatchObject({ title: 'Pressed twice', version: 2 });
  });

  test('refuses what a new event is refused for, with what was typed', async () => {
    const event = await calendar.write({ title: 'Refused' });
    const fields = await fieldsOf(`${event}/edit`);
    const before = await eventOf(event);
    const refused = await calendar.post(`${event}/edit`, { ...fields, title: '', 'when.end.time': '9am' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<a href="#title">');
    expect(refused.html).toContain('<a href="#when-end-time">');
    expect(formIn(refused.html)).toMatchObject({ 'when.end.time': '9am', version: '1' });
    expect(await eventOf(event)).toEqual(before);
  });
});
