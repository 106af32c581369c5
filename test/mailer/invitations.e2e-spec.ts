import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { startSystem, type ReceivedMail, type System } from '#launcher';
import { renderCalendar } from '../../apps/events-calendar/src/feeds/domain/render-calendar.js';
import { renderVevents, zonesOf } from '../../apps/events-calendar/src/feeds/domain/render-vevents.js';
import { strictCheck } from '../events-calendar/ical/strict-check.js';
import { openView, sampleEvent } from '../events-calendar/ical/sample-events.js';
import { Asking } from './asking.js';
import { writtenMail } from './written-mail.js';

const event = sampleEvent({ title: 'Cynhadledd Flynyddol – “Annual”; Conference, 2027' });
const content = renderCalendar({
  kind: 'single',
  vevents: [renderVevents(event, openView)],
  zones: zonesOf(event),
});

/** The head of each part of a mail, outside first. */
function partHeads({ source }: ReceivedMail): string[] {
  const text = source.toString('latin1').replaceAll(/\r\n[ \t]+/g, ' ');
  return [...text.matchAll(/^content-type: (.*?)\r$/gim)].map(([, type = '']) =>
    type.replace(/; boundary=.*/, ''),
  );
}

describe('a mail for people’s calendars', () => {
  let system: System;
  let asking: Asking;
  beforeAll(async () => {
    system = await startSystem({
      apps: ['members', 'mailer'],
      mailbox: true,
      env: { MAIL_FROM: 'Network events <events@councils.example>' },
    });
    asking = Asking.in(system);
  });
  afterAll(async () => {
    await asking.close();
    await system.stop();
  });

  const send = async (change: Parameters<Asking['mail']>[0]) => {
    const asked = await asking.mail({ kind: 'event-changes', ...writtenMail('New place'), ...change });
    return { asked, mail: await system.mailbox.waitFor(asked.to.address) };
  };

  it.each(['REQUEST', 'CANCEL'] as const)('is a %s that mail programs know for one', async (method) => {
    const { asked, mail } = await send({
      calendar: { method, content },
      to: { name: 'Siân "Pat" O’Brien; CEO', address: `${randomUUID()}@example.org` },
    });
    // HTML, text and calendar stand side by side, the best last; and the calendar once more as a file.
    expect(partHeads(mail)).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain; charset=utf-8',
      'text/html; charset=utf-8',
      `text/calendar; charset=utf-8; method=${method}`,
      'application/ics; name=invite.ics',
    ]);
    const calendars = mail.attachments.filter(({ contentType }) => /calendar|ics/.test(contentType));
    expect(calendars.map(({ contentType }) => contentType)).toEqual(['text/calendar', 'application/ics']);
    const [body = '', file = ''] = calendars.map((each) => each.content.toString('utf8'));
    expect(file).toBe(body);
    expect(calendars[1]?.filename).toBe('invite.ics');

    expect(strictCheck(body)).toEqual([]);
    const read = new ICAL.Component(ICAL.parse(body) as unknown[]);
    expect(read.getFirstPropertyValue('method')).toBe(method);
    const [vevent, ...others] = read.getAllSubcomponents('vevent');
    expect(others).toEqual([]);
    expect(vevent?.getFirstPropertyValue('uid')).toBe(event.uid);
    expect(vevent?.getFirstPropertyValue('organizer')).toBe('mailto:events@councils.example');
    const attendees = vevent?.getAllProperties('attendee') ?? [];
    expect(attendees.map((each) => each.getFirstValue())).toEqual([`mailto:${asked.to.address}`]);
    expect(attendees[0]?.getFirstParameter('cn')).toBe('Siân "Pat" O’Brien; CEO');
    expect(attendees[0]?.getFirstParameter('partstat')).toBe('NEEDS-ACTION');
    expect(String(vevent?.getFirstPropertyValue('summary'))).toContain('“Annual”; Conference, 2027');
  });

  it('publishes several events, and invites nobody', async () => {
    const other = sampleEvent({ id: randomUUID(), uid: `${randomUUID()}@example.org` });
    const several = renderCalendar({
      kind: 'single',
      vevents: [event, other].map((each) => renderVevents(each, openView)),
      zones: zonesOf(event),
    });
    const { mail } = await send({ calendar: { method: 'PUBLISH', content: several } });
    expect(partHeads(mail).slice(-2)).toEqual([
      'text/calendar; charset=utf-8; method=PUBLISH',
      'application/ics; name=calendar.ics',
    ]);
    const body = mail.attachments[0]?.content.toString('utf8') ?? '';
    expect(strictCheck(body)).toEqual([]);
    expect(body.match(/^METHOD:.*$/gm)).toEqual(['METHOD:PUBLISH']);
    expect(body.match(/^ORGANIZER/gm)).toHaveLength(2);
    expect(body).not.toContain('ATTENDEE');
  });

  it('is for one reader each, whoever else gets it', async () => {
    const both = [
      await send({ calendar: { method: 'REQUEST', content } }),
      await send({ calendar: { method: 'REQUEST', content } }),
    ];
    for (const { asked, mail } of both) {
      const text = mail.attachments[0]?.content.toString('utf8').replaceAll('\r\n ', '') ?? '';
      expect(text.match(/mailto:[^\r]*@example\.org/g)).toEqual([`mailto:${asked.to.address}`]);
    }
  });

  it('is refused in our words when there is no event in it', async () => {
    const asked = await asking.mail({
      kind: 'event-changes',
      calendar: { method: 'REQUEST', content: 'hello' },
    });
    expect(await asking.until(asked.mailId, 'refused')).toMatchObject({
      last_answer: 'Not sent: the calendar part of the mail has no event.',
    });
  });

  it('says when it comes late, and when it was due', async () => {
    const due = new Date(Date.now() - 2 * 3_600_000).toISOString();
    const { mail } = await send({ kind: 'reminders', due });
    expect(mail.text).toMatch(/^New place\n\nThis reminder comes late: it was due on \w+ \d+ \w+ \d{4},\s/);
    expect(mail.html).toContain('This reminder comes late: it was due on ');
    const { mail: inTime } = await send({
      kind: 'reminders',
      due: new Date(Date.now() - 60_000).toISOString(),
    });
    expect(inTime.text + inTime.html).not.toMatch(/comes late|notice/);
  });

  it('shows how to end such mails, at its foot and to mail programs', async () => {
    const { mail } = await send({ personId: randomUUID() });
    const [, link = ''] = /Stop these mails:\n(https?:\/\/\S+\/mail\/unsubscribe\/\S+)/.exec(mail.text) ?? [];
    expect(link).not.toBe('');
    expect(mail.html).toContain(`href="${link}"`);
    expect(mail.header('List-Unsubscribe')).toBe(`<${link}>`);
    expect(mail.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const { mail: signIn } = await send({ kind: 'sign-in', personId: randomUUID() });
    expect(signIn.text).not.toContain('Stop these mails');
    expect(signIn.header('List-Unsubscribe')).toBeUndefined();
  });
});
