import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { calendarIn, hourIn, place, startStage, type Stage } from './stage.js';

const idOf = '(SELECT id FROM events_calendar.events WHERE ref = $1)';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

/** All that somebody was sent but the invitation with which they began. */
const news = (who: Parameters<Stage['mails']>[0]) =>
  stage.mails(who).filter(({ subject }) => !subject.startsWith('You follow'));

describe('whoever follows an event', () => {
  test('gets an invitation once, then one mail for ten edits, and the calendar entry goes along', async () => {
    const ann = await stage.person('Ann Example');
    const event = await stage.publish('Annual Conference 2027');
    await stage.follow(ann, event.ref);
    await stage.follow(ann, event.ref);
    await stage.tell();
    const invitations = stage.mails(ann);
    expect(invitations.map(({ subject }) => subject)).toEqual(['You follow: Annual Conference 2027']);
    const invitation = calendarIn(invitations[0]);
    expect(invitation.method).toBe('REQUEST');
    expect(invitation.line('METHOD')).toBe('REQUEST');
    expect(invitation.line('ATTENDEE')).toContain('ann.example@example.org');
    expect(invitation.line('SEQUENCE')).toBe('0');

    for (let hour = 11; hour <= 15; hour += 1) {
      await stage.change(event.ref, { when: hourIn(60, `${hour}:00`) });
      await stage.change(event.ref, { when: hourIn(60, `${hour}:00`), place: place(`Hall ${hour}`) });
    }
    await stage.tell();
    expect(news(ann).map(({ subject }) => subject)).toEqual(['New time and place: Annual Conference 2027']);
    const [mail] = news(ann);
    expect(mail?.text).toMatch(/New time: \w+ \d+ \w+ \d+, 3pm to 4pm/);
    expect(mail?.text).toContain('10am to 11am');
    expect(mail?.text).toContain('New place: Hall 15');
    expect(mail?.text).toContain('Before: Town Hall');
    expect(mail?.text).toContain('/calendar/following');
    const update = calendarIn(mail);
    expect(update.method).toBe('REQUEST');
    expect(update.line('UID')).toBe(invitation.line('UID'));
    expect(Number(update.line('SEQUENCE'))).toBeGreaterThan(0);
    expect(update.line('DTSTART')).toMatch(/T150000$/);
    const [row] = await stage.query<{ edits: number }>(
      `SELECT edits FROM events_calendar.notices WHERE why = 'changed' AND event_id = ${idOf}`,
      [event.ref],
    );
    expect(row?.edits).toBe(10);
  });

  test('hears nothing of edits that undo each other, or that are no news', async () => {
    const ben = await stage.person('Ben Example');
    const event = await stage.publish('Undone');
    await stage.follow(ben, event.ref);
    await stage.change(event.ref, { when: hourIn(61) });
    await stage.change(event.ref, { place: place('Elsewhere') });
    await stage.change(event.ref, { description: 'More to read' });
    await stage.change(event.ref, { description: 'More to read' });
    await stage.tell();
    expect(news(ben)).toEqual([]);
    expect(
      await stage.query(
        `SELECT edits, told_at IS NOT NULL AS told, bases FROM events_calendar.notices WHERE event_id = ${idOf}`,
        [event.ref],
      ),
    ).toEqual([{ edits: 3, told: true, bases: [] }]);
  });

  test('hears of what they missed, when they began between two edits that undo each other', async () => {
    const [before, between] = [await stage.person('Cat Example'), await stage.person('Dan Example')];
    const event = await stage.publish('There and back');
    await stage.follow(before, event.ref);
    await stage.change(event.ref, { when: hourIn(60, '17:00') });
    await stage.follow(between, event.ref);
    await stage.change(event.ref, {});
    await stage.tell();
    expect(news(before)).toEqual([]);
    expect(news(between).map(({ subject }) => subject)).toEqual(['New time: There and back']);
    expect(news(between)[0]?.text).toContain('10am to 11am');
  });

  test('hears within a minute that it is called off, and that it takes place after all', async () => {
    const eve = await stage.person('Eve Example');
    const event = await stage.publish('Regional conference');
    await stage.follow(eve, event.ref);
    await stage.status(event.ref, { status: 'cancelled', reason: 'The hall is flooded.' });
    await stage.noted();
    const [notice] = await stage.query<{ soon: boolean }>(
      `SELECT due_at <= first_at + interval '60 seconds' AS soon FROM events_calendar.notices WHERE event_id = ${idOf}`,
      [event.ref],
    );
    expect(notice?.soon).toBe(true);
    await stage.tell();
    const [off] = news(eve);
    expect(off?.subject).toBe('Called off: Regional conference');
    expect(off?.text).toContain('The hall is flooded.');
    expect(calendarIn(off).method).toBe('CANCEL');
    expect(calendarIn(off).line('STATUS')).toBe('CANCELLED');
    expect(calendarIn(off).line('SEQUENCE')).toBe('1');

    await stage.status(event.ref, { status: 'published' });
    await stage.tell();
    const [, on] = news(eve);
    expect(on?.subject).toBe('Takes place after all: Regional conference');
    expect(calendarIn(on).method).toBe('REQUEST');
    expect(calendarIn(on).line('STATUS')).toBe('CONFIRMED');
    expect(calendarIn(on).line('UID')).toBe(calendarIn(off).line('UID'));
    expect(calendarIn(on).line('SEQUENCE')).toBe('2');
  });

  test('hears of single dates of what repeats', async () => {
    const fay = await stage.person('Fay Example');
    const event = await stage.publish('Officer call', {
      recurrence: { rule: 'FREQ=WEEKLY;COUNT=6', exceptions: [] },
    });
    await stage.follow(fay, event.ref);
    const original = hourIn(67).start;
    await stage.date(event.ref, original, { status: 'cancelled', reason: 'Half of us are ill.' });
    await stage.tell();
    const [mail] = news(fay);
    expect(mail?.subject).toMatch(/^\w+ \d+ \w+ \d{4} called off: Officer call$/);
    expect(mail?.text).toMatch(/is called off: Half of us are ill\./);
    expect(calendarIn(mail).method).toBe('REQUEST');
    expect(calendarIn(mail).text).toContain('RECURRENCE-ID');
  });
});
