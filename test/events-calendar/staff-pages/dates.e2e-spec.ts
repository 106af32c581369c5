import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../signed-in.js';
import { formIn } from './form-in.js';
import { hidden, startStaffed, textOf, type Staffed } from './staff.js';

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

/** Wall-clock starts in London, in order. */
const startsOf = async (path: string) => {
  const rows = await calendar.query<{ at: string }>(
    `SELECT to_char(o.starts AT TIME ZONE 'Europe/London', 'YYYY-MM-DD HH24:MI') AS at
     FROM occurrences o JOIN events e ON e.id = o.event_id WHERE e.ref = $1 ORDER BY o.starts`,
    [refOf(path)],
  );
  return rows.map(({ at }) => at);
};

const weekly = {
  'recurrence.repeats': 'weekly',
  'recurrence.interval': '1',
  'recurrence.ends': 'count',
  'recurrence.count': '4',
};

describe('editing an event that repeats', () => {
  test('begins with the question which dates', async () => {
    const event = await calendar.write({ title: 'Asked', ...weekly });
    const page = await calendar.get(`${event}/edit`);
    expect(textOf(page.html)).toContain('Which dates do you want to change?');
    expect(page.html).toContain('<option value="2099-06-09T10:00"');
    expect((await calendar.get(`${event}/edit?scope=this`)).html).toContain('Which dates');
    expect((await calendar.post(`${event}/edit?scope=later`, {})).html).toContain('Which dates');
    const gone = await calendar.get(`${event}/edit?scope=this&on=2099-06-10T10:00`);
    expect(gone).toMatchObject({ status: 303, location: event });
    expect(gone.notice).toContain('does not take place on that date any more');
  });

  test('changes only this one', async () => {
    const event = await calendar.write({ title: 'One', ...weekly });
    const path = `${event}/edit?scope=this&on=2099-06-09T10%3A00`;
    const fields = await fieldsOf(path);
    expect(Object.keys(fields)).not.toContain('audience');
    expect(fields).toMatchObject({ 'when.start.date.day': '9', 'when.start.time': '10am' });
    const saved = await calendar.post(path, {
      ...fields,
      title: 'One, moved',
      'when.start.date.day': '10',
      'when.start.time': '2pm',
      'when.end.time': '3pm',
      audience: 'board',
      tags: 'sneaked',
    });
    expect(saved).toMatchObject({ status: 303, location: event });
    expect(await startsOf(event)).toEqual([
      '2099-06-02 10:00',
      '2099-06-10 14:00',
      '2099-06-16 10:00',
      '2099-06-23 10:00',
    ]);
    expect(await eventOf(event)).toMatchObject({ title: 'One', audience: 'public', tags: [] });
    const shown = textOf((await calendar.get(event)).html);
    expect(shown).toMatch(/Wednesday 10 June 2099, 2pm to 3pm Its own title, time/);
    // The form is filled with what the date has of its own.
    expect(await fieldsOf(path)).toMatchObject({ title: 'One, moved', 'when.start.time': '2pm' });
  });

  test('changes this and later ones, which become an event of their own', async () => {
    const event = await calendar.write({ title: 'Later', ...weekly });
    const path = `${event}/edit?scope=later&on=2099-06-16T10%3A00`;
    const fields = await fieldsOf(path);
    expect(fields).toMatchObject({ 'when.start.date.day': '16', 'recurrence.count': '2' });
    const saved = await calendar.post(path, {
      ...fields,
      title: 'Later, at two',
      'when.start.time': '2pm',
      'when.end.time': '3pm',
    });
    expect(saved.status).toBe(303);
    expect(saved.location).toBe('/calendar/manage/events/2099-later-at-two');
    expect(saved.notice).toContain('These dates are an event of their own now.');
    expect(await startsOf(event)).toEqual(['2099-06-02 10:00', '2099-06-09 10:00']);
    expect(await startsOf(saved.location ?? '')).toEqual(['2099-06-16 14:00', '2099-06-23 14:00']);
    expect(textOf((await calendar.get(saved.location ?? '')).html)).toMatch(/Written .* by Sam Example/);
  });

  test('changes all of them, and tells what was lost', async () => {
    const event = await calendar.write({ title: 'All', ...weekly });
    const one = `${event}/edit?scope=this&on=2099-06-23T10%3A00`;
    await calendar.post(one, { ...(await fieldsOf(one)), title: 'The last' });
    const path = `${event}/edit?scope=all`;
    const saved = await calendar.post(path, {
      ...(await fieldsOf(path)),
      'when.start.time': '11am',
      'when.end.time': '12 noon',
      'recurrence.count': '3',
      action: 'confirm',
    });
    expect(saved.status).toBe(303);
    expect(saved.notice).toContain('2099-06-23T10:00');
    expect(await startsOf(event)).toEqual(['2099-06-02 11:00', '2099-06-09 11:00', '2099-06-16 11:00']);
  });

  test('refuses a start that the days leave out', async () => {
    const event = await calendar.write({ title: 'Days', ...weekly });
    const path = `${event}/edit?scope=all`;
    const refused = await calendar.post(path, { ...(await fieldsOf(path)), 'when.start.date.day': '3' });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('The event starts on a Wednesday.');
    expect(await eventOf(event)).toMatchObject({ version: 1 });
  });

  test('shows what was typed for a date that is gone meanwhile', async () => {
    const event = await calendar.write({ title: 'Moved away', ...weekly });
    const path = `${event}/edit?scope=this&on=2099-06-09T10%3A00`;
    const mine = { ...(await fieldsOf(path)), description: 'Typed with care' };
    const all = `${event}/edit?scope=all`;
    await calendar.post(all, { ...(await fieldsOf(all)), 'when.start.time': '9am', action: 'confirm' }, kim);
    const conflict = await calendar.post(path, mine);
    expect(conflict.status).toBe(409);
    expect(textOf(conflict.html)).toContain('does not take place on that date any more');
    expect(textOf(conflict.html)).toContain('Kim Example changed this event');
    expect(conflict.html).toContain('Typed with care</textarea>');
  });

  test('keeps a rule that the choices cannot say', async () => {
    const event = await calendar.write({ title: 'Imported', ...weekly });
    const rule = 'FREQ=MONTHLY;COUNT=3;BYDAY=TU;BYSETPOS=1';
    await calendar.query('UPDATE events SET rule = $2 WHERE ref = $1', [refOf(event), rule]);
    const path = `${event}/edit?scope=all`;
    expect(textOf((await calendar.get(path)).html)).toContain('This is more than the choices here can say.');
    const saved = await calendar.post(path, { ...(await fieldsOf(path)), title: 'Imported, renamed' });
    expect(saved.status).toBe(303);
    expect(await eventOf(event)).toMatchObject({ title: 'Imported, renamed', rule });
  });
});

describe('one date of an event that repeats', () => {
  test('is called off with a reason, and takes place after all', async () => {
    const event = await calendar.write({ title: 'Off', ...weekly });
    const path = `${event}/occurrences/2099-06-09T10%3A00/cancel`;
    expect((await calendar.get(event)).html).toContain(path);
    const version = await calendar.version(path);
    const refused = await calendar.post(path, { version, reason: '' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<a href="#reason">');
    const fields = { version, reason: 'Bank holiday' };
    const both = await Promise.all([calendar.post(path, fields), calendar.post(path, fields)]);
    expect(both.map(({ status, location }) => [status, location])).toEqual([
      [303, event],
      [303, event],
    ]);
    expect(await eventOf(event)).toMatchObject({ version: 2, status: 'draft' });
    const shown = textOf((await calendar.get(event)).html);
    expect(shown).toMatch(/Tuesday 9 June 2099, 10am to 11.30am Cancelled Bank holiday/);
    const back = `${event}/occurrences/2099-06-09T10%3A00/reinstate`;
    const done = await calendar.post(back, { version: await calendar.version(back) });
    expect(done).toMatchObject({ status: 303, location: event });
    expect(await eventOf(event)).toMatchObject({ version: 3, exceptions: [] });
  });

  test('that there is not cannot be called off', async () => {
    const event = await calendar.write({ title: 'None', ...weekly });
    const path = `${event}/occurrences/2099-06-10T10%3A00/cancel`;
    for (const answer of [
      await calendar.get(path),
      await calendar.post(path, { version: '1', reason: 'x' }),
    ]) {
      expect(answer).toMatchObject({ status: 303, location: event });
    }
    expect(await eventOf(event)).toMatchObject({ version: 1 });
  });

  test('of an event that was changed meanwhile is called off after a look', async () => {
    const event = await calendar.write({ title: 'Looked at', ...weekly });
    const path = `${event}/occurrences/2099-06-09T10%3A00/cancel`;
    const version = await calendar.version(path);
    const edit = `${event}/edit?scope=all`;
    await calendar.post(edit, { ...(await fieldsOf(edit)), title: 'Looked at again' }, kim);
    const conflict = await calendar.post(path, { version, reason: 'Storm' });
    expect(conflict.status).toBe(409);
    expect(conflict.html).toContain('Storm</textarea>');
    expect(textOf(conflict.html)).toContain('Kim Example changed this event');
    const seen = await calendar.post(path, { version: hidden(conflict.html, 'version'), reason: 'Storm' });
    expect(seen.status).toBe(303);
  });
});
