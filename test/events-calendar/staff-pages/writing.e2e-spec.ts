import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formIn } from './form-in.js';
import { goodForm, hidden, startStaffed, textOf, type Staffed } from './staff.js';

const path = '/calendar/manage/new';
let calendar: Staffed;
beforeAll(async () => {
  calendar = await startStaffed();
});
afterAll(() => calendar.stop());

describe('a new event', () => {
  test('is written as a draft, with the person’s name in its history', async () => {
    const form = await calendar.get(path);
    const once = hidden(form.html, 'once');
    const saved = await calendar.post(path, { ...goodForm, title: 'Launch', once, action: 'save' });
    expect(saved).toMatchObject({ status: 303, location: '/calendar/manage/events/2099-launch' });
    expect(saved.notice).toBe('“Launch” is saved as a draft. Only staff see it until you publish it.');
    const shown = textOf((await calendar.get('/calendar/manage/events/2099-launch')).html);
    expect(shown).toContain('Tuesday 2 June 2099, 10am to 11.30am');
    expect(shown).toMatch(/Written .* by Sam Example/);
    expect(await calendar.query('SELECT status, sequence, version FROM events')).toEqual([
      { status: 'draft', sequence: 0, version: 1 },
    ]);
  });

  test('is written once, however often the button is pressed, at once or later', async () => {
    const before = await calendar.rows();
    const fields = {
      ...goodForm,
      title: 'Twice',
      once: '5f0c1c52-6f0e-4d4f-8a57-0f0e7f7a1b11',
      action: 'confirm',
    };
    const [first, second] = await Promise.all([calendar.post(path, fields), calendar.post(path, fields)]);
    const third = await calendar.post(path, fields);
    expect(first.location).toBe('/calendar/manage/events/2099-twice');
    expect(new Set([first, second, third].map(({ location }) => location)).size).toBe(1);
    const after = await calendar.rows();
    expect(after['events']).toBe((before['events'] ?? 0) + 1);
    // Gone back to and changed, it is another event.
    const changed = await calendar.post(path, { ...fields, title: 'Thrice' });
    expect(changed.location).not.toBe(first.location);
  });

  test('that lacks a place or link is saved after the warning was seen', async () => {
    const fields = { ...goodForm, title: 'Hybrid', format: 'hybrid', 'place.name': '' };
    const before = await calendar.rows();
    const warned = await calendar.post(path, { ...fields, action: 'save' });
    expect(warned.status).toBe(200);
    expect(textOf(warned.html)).toContain('There is no place yet.');
    expect(textOf(warned.html)).toContain('There is no joining link yet.');
    expect(warned.html).toContain('Save the draft anyway');
    expect(await calendar.rows()).toEqual(before);
    const saved = await calendar.post(path, { ...fields, action: 'confirm' });
    expect(saved.status).toBe(303);
  });

  test('that clashes with another is warned of, drafts among them', async () => {
    await calendar.write({ title: 'Board', 'when.start.date.day': '3', 'when.start.date.month': '3' });
    const fields = { ...goodForm, title: 'Other', 'when.start.date.day': '3', 'when.start.date.month': '3' };
    const clash = await calendar.post(path, {
      ...fields,
      'when.start.time': '11am',
      'when.end.time': '12 noon',
    });
    expect(textOf(clash.html)).toContain(
      'The time clashes with “Board”: Tuesday 3 March 2099, 10am to 11.30am.',
    );
    const after = await calendar.post(path, {
      ...fields,
      'when.start.time': '11.30am',
      'when.end.time': '12 noon',
    });
    expect(after.status).toBe(303);
  });

  test('is previewed as readers will see it, and gone back to with everything kept', async () => {
    const before = await calendar.rows();
    const fields = {
      ...goodForm,
      title: 'Seen <b>first</b>',
      description: '# Programme\n\n<script>alert(1)</script>',
    };
    const preview = await calendar.post(path, { ...fields, action: 'preview' });
    expect(preview.status).toBe(200);
    expect(preview.html).toContain('<h3>Programme</h3>');
    expect(preview.html).not.toContain('<script>alert');
    expect(preview.html).not.toContain('<b>first');
    const carried = formIn(preview.html);
    expect(carried).toMatchObject({ ...goodForm, ...fields });
    const again = await calendar.post(path, { ...carried, action: 'change' });
    expect(again.status).toBe(200);
    expect(again.html).toContain('value="Seen &lt;b>first&lt;/b>"');
    expect(await calendar.rows()).toEqual(before);
  });

  test('begins a series of the name that was typed', async () => {
    const saved = await calendar.write({ title: 'In a series', newSeries: 'LGA & carers’ calls' });
    expect(textOf((await calendar.get(saved)).html)).toContain('LGA & carers’ calls');
    expect(await calendar.query('SELECT * FROM series')).toEqual([
      { slug: 'lga-and-carers-calls', name: 'LGA & carers’ calls' },
    ]);
  });

  test('takes nothing but what its form asks for', async () => {
    const saved = await calendar.write({
      title: 'Greedy',
      status: 'published',
      ref: '2099-chosen',
      uid: 'chosen@example.org',
      id: '01890000-0000-7000-8000-000000000000',
      sequence: '9',
      version: '9',
      'recurrence.rule': 'FREQ=DAILY',
      'recurrence.exceptions': 'x',
      __proto__: 'x',
    });
    expect(saved).toBe('/calendar/manage/events/2099-greedy');
    const rows = await calendar.query(
      `SELECT status, sequence, version, rule FROM events WHERE ref = '2099-greedy' AND uid <> 'chosen@example.org'`,
    );
    expect(rows).toEqual([{ status: 'draft', sequence: 0, version: 1, rule: null }]);
  });
});
