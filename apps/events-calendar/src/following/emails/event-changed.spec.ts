import fc from 'fast-check';
import type { Changes } from '../domain/changes-between.js';
import { eventChangedEmail } from './event-changed.email.js';
import { eventInvitationEmail } from './event-invitation.email.js';
import { newEventsEmail } from './new-events.email.js';
import { newEventEmail } from './new-event.email.js';
import { sampleLinks } from './sample-event.js';

/** As long as staff can make it, of what takes most room in HTML. */
const long = (length: number) => '&"<'.repeat(length).slice(0, length);

const event = {
  title: long(1000),
  when: long(300),
  where: long(1300),
  joinUrl: `https://calls.example.org/${'a&'.repeat(980)}`,
  url: `https://events.example.org/calendar/events/${'a'.repeat(200)}`,
};

describe('mails about events', () => {
  it('are never too large, whatever staff have written', () => {
    const whole = (['when', 'place', 'joining'] as const).map((what) => ({
      what,
      before: long(1400),
      after: long(1400),
    }));
    const dates = Array.from({ length: 1000 }, (_, index) => ({
      on: `Tuesday ${index} March 2027`,
      what: 'called-off' as const,
      after: long(1000),
    }));
    const changes: Changes = { standing: null, reason: null, whole, dates, formerTitle: long(1000) };
    const instead = { title: long(1000), url: event.url };
    const mail = eventChangedEmail({ changes, event, instead, ...sampleLinks });
    expect(mail.html.length).toBeLessThan(60_000);
    expect(mail.text).toContain('990 more changes');
    const off: Changes = { ...changes, standing: 'called-off', reason: long(1000), whole: [], dates: [] };
    expect(() => eventChangedEmail({ changes: off, event, instead, ...sampleLinks })).not.toThrow();
    expect(() => eventInvitationEmail({ event, ...sampleLinks })).not.toThrow();
    expect(() => newEventEmail({ event, series: long(1000), ...sampleLinks })).not.toThrow();
    const events = Array.from({ length: 5000 }, () => ({ ...event, fileUrl: `${event.url}.ics` }));
    const links = { seriesUrl: event.url, feedUrl: event.url, ...sampleLinks };
    const several = newEventsEmail({ events, series: long(1000), ...links });
    expect(several.html.length).toBeLessThan(60_000);
    expect(several.text).toContain('And 4990 more');
  });

  it('keep what staff typed out of the subject’s header and of the markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (typed) => {
        const title = `A${typed}\r\nBcc: all@example.org<script>`;
        const mail = eventInvitationEmail({ event: { ...event, title }, ...sampleLinks });
        expect(mail.subject).not.toMatch(/[\r\n]/);
        expect(mail.html).not.toContain('<script>');
      }),
    );
  });
});
