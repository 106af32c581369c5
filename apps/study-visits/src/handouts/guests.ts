import type { KeptPaper } from '../papers/keep-paper.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import type { MadeSheet } from './make-sheet.js';
import { peopleKey } from './sheet-paper.js';

/** Somebody who comes, as a host reads of them: what they agreed to be told of, and nothing else. */
export interface Guest {
  readonly name: string;
  readonly organisation: string;
  readonly leads: boolean;
  /** Since the version before. */
  readonly isNew: boolean;
}

/** Who comes, beside the rest of a sheet. */
export interface Guests {
  /** "And 3 others, who have not agreed to be named to you." */
  readonly note: string;
  readonly named: readonly Guest[];
  /** How many were named in the version before and are not any more. */
  readonly left: number;
}

/** Who comes, of those who agree now to be named; `null` where the sheet does not say. */
export function guestsOf({ kept, named }: MadeSheet): Guests | null {
  const section = kept.marked.sections.find(({ key }) => key === peopleKey);
  if (section === undefined || section.note === undefined) return null;
  const marks = new Map(section.entries.map(({ key, mark }) => [key, mark]));
  return {
    note: section.note,
    named: named.flatMap((one) => (marks.has(one.id) ? [guestOf(one, marks.get(one.id) === 'new')] : [])),
    left: section.entries.filter(({ mark }) => mark === 'gone').length,
  };
}

const guestOf = ({ name, organisationName, part }: Traveller, isNew: boolean): Guest => ({
  name,
  organisation: organisationName,
  leads: part === 'leader',
  isNew,
});

/** A sheet without who comes, of whom its versions keep no more than ids. */
export const withoutPeople = (kept: KeptPaper): KeptPaper => ({
  ...kept,
  paper: { ...kept.paper, sections: kept.paper.sections.filter(({ key }) => key !== peopleKey) },
  marked: { ...kept.marked, sections: kept.marked.sections.filter(({ key }) => key !== peopleKey) },
});
