import type { Audience, EventFormat, EventKind, EventStatus } from '../events/domain/event.js';
import { boardName } from '../events/domain/boards.js';

/** "Conference session": a word of ours at the beginning of a sentence or alone in a cell. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const kindInWords = (kind: EventKind): string => capitalised(kind);
export const formatInWords = (format: EventFormat): string => capitalised(format);
export const statusInWords = (status: EventStatus): string => capitalised(status);

/** The choices of an audience, as forms offer them. */
export const audienceChoices: Readonly<Record<Audience, string>> = {
  public: 'Everyone',
  members: 'Members only',
  board: 'One board only',
  invited: 'Invited people only',
};

/** Who an event is for: "Everyone", "Executive Oversight Committee only". */
export function audienceInWords(audience: Audience, board: string | null): string {
  return audience === 'board' && board !== null ? `${boardName(board)} only` : audienceChoices[audience];
}
