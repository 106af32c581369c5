import type { Audience, CalendarEvent, EventStatus } from '../events/domain/event.js';
import { allowedMoves } from '../events/domain/status.js';

/** What staff can do about an event's status, by the last part of the page's address. */
export const moveNames = ['publish', 'postpone', 'cancel', 'reinstate'] as const;
export type MoveName = (typeof moveNames)[number];

/** A move as its page puts it. */
export interface Move {
  readonly name: MoveName;
  readonly to: EventStatus;
  /** What the button does. */
  readonly verb: string;
  /** Said when it is done. */
  readonly done: string;
}

const all: Readonly<Record<MoveName, Move>> = {
  publish: { name: 'publish', to: 'published', verb: 'Publish', done: 'is published' },
  postpone: { name: 'postpone', to: 'postponed', verb: 'Postpone', done: 'is postponed' },
  cancel: { name: 'cancel', to: 'cancelled', verb: 'Cancel', done: 'is cancelled' },
  reinstate: { name: 'reinstate', to: 'published', verb: 'Reinstate', done: 'takes place again' },
};

export const moveCalled = (name: MoveName): Move => all[name];

/** Whether the event is where the move leads already. */
export const isDone = (event: Pick<CalendarEvent, 'status'>, move: Move): boolean => event.status === move.to;

/** Whether the page of a move has anything to do for an event: a move, or a better reason for one. */
export function isPossible(event: Pick<CalendarEvent, 'status'>, move: Move): boolean {
  const isExplained = move.to === 'postponed' || move.to === 'cancelled';
  if (event.status === move.to) return isExplained;
  return allowedMoves(event.status).includes(move.to) && moveOf(event.status, move.to) === move.name;
}

/** The moves that an event can make now, the usual one first. */
export function possibleMoves(event: Pick<CalendarEvent, 'status'>): readonly Move[] {
  return allowedMoves(event.status).map((to) => all[moveOf(event.status, to)]);
}

function moveOf(from: EventStatus, to: EventStatus): MoveName {
  if (to === 'postponed') return 'postpone';
  if (to === 'cancelled') return 'cancel';
  return from === 'draft' ? 'publish' : 'reinstate';
}

const readers: Readonly<Record<Audience, string>> = {
  public: 'Everyone',
  members: 'Every member',
  board: 'The board',
  invited: 'Whoever is invited',
};

/** What a move will do, in whole sentences; what it needs to say of reasons is for the form. */
export function consequences(event: CalendarEvent, { name }: Move): readonly string[] {
  const effects: Readonly<Record<MoveName, readonly string[]>> = {
    publish: [
      `${readers[event.audience]} can find it in the calendar, and it goes into the feeds that people subscribe to.`,
      'It cannot become a draft again: if it does not take place, postpone or cancel it.',
    ],
    postpone: [
      'It stays in the calendar and in the feeds, marked as postponed, with your reason and its old date.',
      'Members who subscribe see the mark when their calendar next looks: within hours in Outlook and Apple, within a day in Google.',
      'When the new date is known, change the date and reinstate it.',
    ],
    cancel: [
      'It stays in the calendar and in the feeds, marked as cancelled, with your reason.',
      'Members who subscribe see it marked as cancelled when their calendar next looks: within hours in Outlook and Apple, within a day in Google.',
      'You can reinstate it if it takes place after all.',
    ],
    reinstate: [
      `It takes place ${event.status === 'postponed' ? 'on the date that it has now' : 'after all'}: the mark, the reason and what replaced it go away.`,
      'Members who subscribe see it without the mark when their calendar next looks.',
    ],
  };
  return effects[name];
}
