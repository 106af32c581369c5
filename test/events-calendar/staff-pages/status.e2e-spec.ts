import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formIn } from './form-in.js';
import { hidden, startStaffed, textOf, type Staffed } from './staff.js';

let calendar: Staffed;
beforeAll(async () => {
  calendar = await startStaffed();
});
afterAll(() => calendar.stop());

const stateOf = async (path: string) => {
  const [row] = await calendar.query<Record<string, unknown>>(
    'SELECT status, status_reason, replaced_by, version, sequence FROM events WHERE ref = $1',
    [path.split('/').at(-1)],
  );
  return row;
};

async function press(path: string, fields: Readonly<Record<string, string>> = {}) {
  const version = await calendar.version(path);
  return calendar.post(path, { version, ...fields });
}

describe('an event', () => {
  test('is published, postponed, reinstated, cancelled and reinstated, each on a page that says what it does', async () => {
    const event = await calendar.write({ title: 'All ways' });
    const steps = [
      ['publish', 'goes into the feeds', { status: 'published', sequence: 0 }],
      ['postpone', 'marked as postponed', { status: 'postponed', status_reason: 'Storm', sequence: 1 }],
      ['reinstate', 'on the date that it has now', { status: 'published', status_reason: null, sequence: 2 }],
      ['cancel', 'Members who subscribe see it marked as cancelled', { status: 'cancelled', sequence: 3 }],
      ['reinstate', 'after all', { status: 'published', status_reason: null, sequence: 4 }],
    ] as const;
    for (const [step, says, state] of steps) {
      expect((await calendar.get(event)).html).toContain(`${event}/${step}`);
      const page = await calendar.get(`${event}/${step}`);
      expect(page.status).toBe(200);
      expect(textOf(page.html)).toContain(says);
      const done = await press(`${event}/${step}`, { reason: 'Storm' });
      expect(done).toMatchObject({ status: 303, location: event });
      expect(await stateOf(event)).toMatchObject(state);
    }
    const history = textOf((await calendar.get(event)).html);
    expect(history).toMatch(/Reinstated .* by Sam Example .*Cancelled .* Reason: Storm .*Written/);
  });

  test('is published once, however often the button is pressed', async () => {
    const event = await calendar.write({ title: 'Double' });
    const path = `${event}/publish`;
    const version = await calendar.version(path);
    const both = await Promise.all([calendar.post(path, { version }), calendar.post(path, { version })]);
    expect(both.map(({ status, location }) => [status, location])).toEqual([
      [303, event],
      [303, event],
    ]);
    expect(new Set(both.map(({ notice }) => notice))).toEqual(
      new Set(['“Double” is published already.', '“Double” is published.']),
    );
    expect(await stateOf(event)).toMatchObject({ version: 2, sequence: 0 });
    const again = await calendar.get(path);
    expect(again).toMatchObject({ status: 303, location: event, notice: '“Double” is published already.' });
  });

  test('is postponed and cancelled only with a reason, which stays in its control', async () => {
    const event = await calendar.write({ title: 'Reasons' });
    await press(`${event}/publish`);
    const before = await calendar.rows();
    for (const [reason, message] of [
      [' ', 'Say why; readers will see it.'],
      ['x'.repeat(1001), 'Shorten it to 1,000 or fewer.'],
    ] as const) {
      const refused = await press(`${event}/postpone`, { reason, replacedBy: '' });
      expect(refused.status).toBe(422);
      expect(refused.html).toContain('<a href="#reason">');
      expect(textOf(refused.html)).toContain(message);
    }
    const unknown = await press(`${event}/cancel`, { reason: 'Storm', replacedBy: '2099-nowhere' });
    expect(unknown.status).toBe(422);
    expect(unknown.html).toContain('<a href="#replacedBy">');
    expect(unknown.html).toContain('Storm</textarea>');
    expect(unknown.html).toContain('value="2099-nowhere"');
    expect(await calendar.rows()).toEqual(before);
    expect(await stateOf(event)).toMatchObject({ status: 'published', version: 2 });
  });

  test('may be replaced by another, and have its reason told better', async () => {
    const other = await calendar.write({ title: 'Instead' });
    await press(`${other}/publish`);
    const event = await calendar.write({ title: 'Replaced' });
    await press(`${event}/publish`);
    const page = await calendar.get(`${event}/cancel`);
    expect(page.html).toContain('<option value="2099-instead">');
    expect(page.html).not.toContain('<option value="2099-replaced">');
    await press(`${event}/cancel`, { reason: 'Storm', replacedBy: '2099-instead' });
    const better = await calendar.get(`${event}/cancel`);
    expect(better.html).toContain('Storm</textarea>');
    expect(textOf(better.html)).toContain('Say better why it is cancelled');
    await press(`${event}/cancel`, { reason: 'Storm and flood', replacedBy: '2099-instead' });
    expect(await stateOf(event)).toMatchObject({
      status_reason: 'Storm and flood',
      replaced_by: '2099-instead',
    });
  });

  test('that somebody changed meanwhile is shown with their change first', async () => {
    const event = await calendar.write({ title: 'Meanwhile' });
    const version = await calendar.version(`${event}/publish`);
    const edit = `${event}/edit`;
    await calendar.post(
      edit,
      { ...(await fieldsOf(edit)), title: 'Renamed', action: 'confirm' },
      { id: 'kim', name: 'Kim Example', roles: ['admin'] },
    );
    const conflict = await calendar.post(`${event}/publish`, { version });
    expect(conflict.status).toBe(409);
    expect(textOf(conflict.html)).toContain('Kim Example changed this event after you opened it');
    expect(textOf(conflict.html)).toContain('Title: Meanwhile → Renamed');
    expect(await stateOf(event)).toMatchObject({ status: 'draft' });
    const seen = await calendar.post(`${event}/publish`, { version: hidden(conflict.html, 'version') });
    expect(seen.status).toBe(303);
    expect(await stateOf(event)).toMatchObject({ status: 'published' });
  });

  test('cannot take a step that its status does not allow', async () => {
    const event = await calendar.write({ title: 'Steps' });
    for (const step of ['postpone', 'cancel', 'reinstate']) {
      expect((await calendar.get(event)).html).not.toContain(`${event}/${step}`);
      const shown = await calendar.get(`${event}/${step}`);
      expect(shown).toMatchObject({ status: 303, location: event });
      const done = await calendar.post(`${event}/${step}`, { version: '1', reason: 'x' });
      expect(done).toMatchObject({ status: 303, location: event });
      expect(done.notice).toContain('is draft, so there is nothing to');
    }
    expect(await stateOf(event)).toMatchObject({ status: 'draft', version: 1 });
  });

  test('that is not there is a 404 on each of its pages', async () => {
    for (const step of ['', '/edit', '/publish', '/postpone', '/cancel', '/reinstate', '/delete']) {
      expect((await calendar.get(`/calendar/manage/events/2099-nowhere${step}`)).status).toBe(404);
    }
    expect((await calendar.get('/calendar/manage/events/2099-%00')).status).toBe(404);
    expect((await calendar.post('/calendar/manage/events/2099-nowhere/cancel')).status).toBe(404);
    expect((await calendar.post('/calendar/manage/events/2099-nowhere/edit')).status).toBe(404);
    expect((await calendar.post('/calendar/manage/events/2099-nowhere/duplicate')).status).toBe(404);
  });
});

describe('a draft', () => {
  test('is deleted for good, and a second press is no error', async () => {
    const event = await calendar.write({ title: 'Gone' });
    const path = `${event}/delete`;
    const version = await calendar.version(path);
    const done = await calendar.post(path, { version });
    expect(done).toMatchObject({ status: 303, location: '/calendar/manage' });
    expect(done.notice).toBe('The draft “Gone” is deleted.');
    expect(await stateOf(event)).toBeUndefined();
    expect(await calendar.post(path, { version })).toMatchObject({
      status: 303,
      location: '/calendar/manage',
    });
  });

  test('that was changed meanwhile is not deleted unseen', async () => {
    const event = await calendar.write({ title: 'Kept' });
    const version = await calendar.version(`${event}/delete`);
    await calendar.post(`${event}/edit`, {
      ...(await fieldsOf(`${event}/edit`)),
      title: 'Kept!',
      action: 'confirm',
    });
    const conflict = await calendar.post(`${event}/delete`, { version });
    expect(conflict.status).toBe(409);
    expect(await stateOf(event)).toMatchObject({ version: 2 });
  });

  test('that was published is not deleted any more', async () => {
    const event = await calendar.write({ title: 'Seen' });
    const version = await calendar.version(`${event}/delete`);
    await press(`${event}/publish`);
    expect((await calendar.get(event)).html).not.toContain(`${event}/delete`);
    const refused = await calendar.post(`${event}/delete`, { version });
    expect(refused).toMatchObject({ status: 303, location: event });
    expect(refused.notice).toContain('Cancel it instead');
    expect(await stateOf(event)).toMatchObject({ status: 'published' });
  });
});

test('a duplicate is one new draft, which is edited next', async () => {
  const event = await calendar.write({ title: 'Copied', description: 'All of it' });
  await press(`${event}/publish`);
  const once = hidden((await calendar.get(event)).html, 'once');
  const before = await calendar.rows();
  const both = await Promise.all([
    calendar.post(`${event}/duplicate`, { once }),
    calendar.post(`${event}/duplicate`, { once }),
  ]);
  expect(both.map(({ location }) => location)).toEqual([`${event}-2/edit`, `${event}-2/edit`]);
  expect((await calendar.rows())['events']).toBe((before['events'] ?? 0) + 1);
  expect(await stateOf(`${event}-2`)).toMatchObject({ status: 'draft' });
  expect((await calendar.get(`${event}-2/edit`)).html).toContain('All of it</textarea>');
});

/** What the form at a path is filled with, as a browser would send it back. */
const fieldsOf = async (path: string) => formIn((await calendar.get(path)).html);
