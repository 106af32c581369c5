import { Temporal } from 'temporal-polyfill';
import type { MailSample } from '#contracts';
import { reminderEmail } from './reminder.email.js';

export const samples: readonly MailSample[] = [
  {
    name: 'reminder',
    kind: 'reminders',
    title: 'Reminder of an event',
    sentWhen: 'As many days before an event as somebody chose who follows it.',
    make: () =>
      reminderEmail({
        event: {
          title: 'Co-operative commissioning: what we learnt in Pen-y-bont ar Ogwr & Rochdale',
          when: 'Tuesday 2 June 2026, 10am to 11am',
          where: 'Town Hall, The Esplanade, Rochdale OL16 1AB, or online',
          joinUrl: 'https://calls.example.org/j/8675309?pwd=a-long-word-that-only-members-are-shown',
          url: 'https://events.example.org/calendar/events/2026-commissioning',
        },
        when: {
          type: 'timed',
          start: Temporal.Instant.from('2026-06-02T09:00:00Z'),
          end: Temporal.Instant.from('2026-06-02T10:00:00Z'),
          zone: 'Europe/London',
        },
        followingUrl: 'https://events.example.org/calendar/following',
        siteUrl: 'https://events.example.org',
      }),
  },
];
