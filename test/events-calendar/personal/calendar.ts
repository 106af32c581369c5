import type { CalendarEvent } from '../../../apps/events-calendar/src/events/domain/event.js';
import { readWithIcalJs } from '../ical/readers.js';
import { at, sample } from '../public-pages/sample-calendar.js';
import { oversight } from '../read-model/telling.js';

/** One event for each audience, with links that only some may have. */
export function eventsForEachAudience(): CalendarEvent[] {
  const online = (title: string, different: Partial<CalendarEvent>): CalendarEvent =>
    sample({ title, format: 'online', when: at(20), ...different });
  const link = (name: string) => `https://calls.example.org/${name}`;
  return [
    online('For all', { joining: { url: link('all'), shownTo: 'public' } }),
    online('For all, joined by members', { joining: { url: link('all-members'), shownTo: 'members' } }),
    online('For members', {
      audience: 'members',
      joining: { url: link('members'), shownTo: 'members' },
      recurrence: {
        rule: 'FREQ=MONTHLY;COUNT=6',
        exceptions: [],
      },
    }),
    online('For the oversight committee', {
      audience: 'board',
      board: oversight,
      joining: { url: link('oversight'), shownTo: 'board' },
    }),
    online('For the other board', {
      audience: 'board',
      board: 'values-and-principles-board',
      joining: { url: link('other'), shownTo: 'board' },
    }),
    online('For guests', { audience: 'invited', joining: { url: link('guests'), shownTo: 'invited' } }),
    online('A draft', { status: 'draft' }),
  ];
}

const audienceTitles = {
  all: ['For all', 'For all, joined by members'],
  members: ['For members'],
  oversight: ['For the oversight committee'],
  other: ['For the other board'],
  guests: ['For guests'],
} as const;

/** The titles of the events for these audiences, sorted. */
export const titlesFor = (...audiences: readonly (keyof typeof audienceTitles)[]): string[] =>
  audiences.flatMap((audience) => audienceTitles[audience]).toSorted();

/** The titles that a calendar program would show of a feed, sorted, and the calls that one could join from it. */
export function shownBy(feed: string): { titles: string[]; calls: string[] } {
  const titles = new Set(readWithIcalJs(feed).map(({ title }) => title));
  const calls = feed.replaceAll('\r\n ', '').match(/https:\/\/calls\.example\.org\/[\w-]+/g) ?? [];
  return { titles: [...titles].toSorted(), calls: [...new Set(calls)].toSorted() };
}
