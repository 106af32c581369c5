import type { Audience, EventFormat, EventKind } from '../../events/domain/event.js';
import { boards } from '../../events/domain/boards.js';
import { slugInWords } from '../../events/domain/slug.js';

const boardNames: ReadonlyMap<string, string> = new Map(boards.map(({ slug, name }) => [slug, name]));

/** Kinds as headings and choices name many of them. */
const manyOf: Readonly<Record<EventKind, string>> = {
  meeting: 'Meetings',
  'online event': 'Online events',
  workshop: 'Workshops',
  conference: 'Conferences',
  'conference session': 'Conference sessions',
  exhibition: 'Exhibitions',
  'stand event': 'Events on stands',
  'study visit': 'Study visits',
  launch: 'Launches',
  deadline: 'Deadlines',
  'network event': 'Network events',
};

/** “Study visits” */
export const kindPlural = (kind: EventKind): string => manyOf[kind];

/** “Study visit”, “In person”: a kind or format as the first word of something. */
export const capitalised = (words: EventKind | EventFormat): string =>
  words.charAt(0).toUpperCase() + words.slice(1);

/**
 * Who an event is for, in words.
 *
 * @param board the slug of its board, if it is for one
 */
export function audienceInWords(audience: Audience, board: string | null): string {
  switch (audience) {
    case 'public':
      return 'Everyone';
    case 'members':
      return 'Members of the network';
    case 'board':
      return `Members of the ${board === null ? 'board' : (boardNames.get(board) ?? slugInWords(board))}`;
    default:
      return 'Invited guests';
  }
}
