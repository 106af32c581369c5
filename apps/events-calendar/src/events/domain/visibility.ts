import type { Audience, CalendarEvent, Joining } from './event.js';

/** Who is reading, as far as reading goes. A visitor has the role `visitor`, or none. */
export interface Reader {
  readonly roles: readonly string[];
  /** Slugs of the boards they sit on. */
  readonly boards: readonly string[];
}

/** Roles that everybody who signed in has, one of them at least. */
const signedIn = ['person', 'booking-contact', 'board', 'staff', 'admin'];
const runsTheCalendar = ['staff', 'admin'];

export const visitor: Reader = { roles: ['visitor'], boards: [] };

const hasOneOf = (reader: Reader, roles: readonly string[]): boolean =>
  reader.roles.some((role) => roles.includes(role));

/** Staff read everything. Others read what is not a draft, if they belong to its audience. */
export function mayRead(
  event: Pick<CalendarEvent, 'status' | 'audience' | 'board'>,
  reader: Reader,
): boolean {
  if (hasOneOf(reader, runsTheCalendar)) return true;
  return event.status !== 'draft' && belongsTo(event.audience, event.board, reader);
}

/**
 * Whether the joining link is shown to the reader. `joining` is the event's own unless an occurrence has another.
 * Without a link there is nothing to show: false.
 */
export function mayJoin(
  event: Pick<CalendarEvent, 'status' | 'audience' | 'board' | 'joining'>,
  reader: Reader,
  joining: Joining | null = event.joining,
): boolean {
  if (joining === null || !mayRead(event, reader)) return false;
  return hasOneOf(reader, runsTheCalendar) || belongsTo(joining.shownTo, event.board, reader);
}

/** The audiences whose published events the reader may see; board events also need the board. For queries. */
export function readableAudiences(reader: Reader): readonly Audience[] {
  if (hasOneOf(reader, runsTheCalendar)) return ['public', 'members', 'board', 'invited'];
  if (!hasOneOf(reader, signedIn)) return ['public'];
  return reader.boards.length > 0 ? ['public', 'members', 'board'] : ['public', 'members'];
}

/** What a reader is to one event; two readers with the same standing are shown the very same of it. */
export type Standing = 'visitor' | 'member' | 'board' | 'staff';

/** @param board the event's own, if it is for one */
export function standingOf(board: string | null, reader: Reader): Standing {
  if (hasOneOf(reader, runsTheCalendar)) return 'staff';
  if (!hasOneOf(reader, signedIn)) return 'visitor';
  return board !== null && reader.boards.includes(board) ? 'board' : 'member';
}

/** Two readers with the same answer are shown the very same calendar. */
export function rightsInAll(reader: Reader): string {
  if (hasOneOf(reader, runsTheCalendar)) return 'staff';
  if (!hasOneOf(reader, signedIn)) return 'visitor';
  return ['member', ...new Set(reader.boards)].toSorted().join(' ');
}

/** Guest lists are not kept yet, so only staff belong to an audience of invited people. */
function belongsTo(audience: Audience, board: string | null, reader: Reader): boolean {
  if (audience === 'public') return true;
  if (!hasOneOf(reader, signedIn)) return false;
  if (audience === 'members') return true;
  return audience === 'board' && board !== null && reader.boards.includes(board);
}
