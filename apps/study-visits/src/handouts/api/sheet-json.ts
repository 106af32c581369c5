import type { z } from 'zod';
import { paperJson } from '../../papers/api/papers-json.js';
import { hasChanges, type MarkedPaper } from '../../papers/domain/paper-changes.js';
import { openSheetPath } from '../addresses.js';
import { guestsOf, withoutPeople } from '../guests.js';
import type { MadeSheet } from '../make-sheet.js';
import { itemsOf } from '../sheet-paper.js';
import type { Sheet, SheetLink, WhichSheet } from '../sheets.js';
import type { openedSheetOutput, sheetLinkOutput, sheetOutput, sheetsOutput } from './sheet.schema.js';

/** What a sheet says, and who comes of those who agree to be named. */
export function saidJson(made: MadeSheet): Pick<z.output<typeof sheetOutput>, 'paper' | 'guests'> {
  const guests = guestsOf(made);
  return {
    paper: paperJson(withoutPeople(made.kept)),
    guests: guests && { ...guests, named: guests.named.map((guest) => ({ ...guest })) },
  };
}

/** What a host or an interpreter reads by their link. */
export const openedJson = (made: MadeSheet): z.output<typeof openedSheetOutput> => ({
  ...saidJson(made),
  visit: made.sheet.visit.title,
  linkEndsAt: made.sheet.link?.endsAt.toString() ?? '',
});

/** A sheet as lists of staff have it. @param since what is different since it was mailed */
export function sheetJson(
  sheet: Sheet,
  since: MarkedPaper | undefined,
  isOpen: boolean,
): z.output<typeof sheetsOutput>['items'][number] {
  const { subject, itinerary, notes, showsNeeds, version, link } = sheet;
  const planned = itemsOf(itinerary, subject).filter(({ status }) => status === 'planned').length;
  return {
    kind: subject.kind,
    id: subject.id,
    name: subject.name,
    notes,
    showsNeeds,
    version,
    planned,
    changedSinceSent: since === undefined ? null : hasChanges(since),
    link: link && linkJson(subject, link, isOpen),
  };
}

export const linkJson = (
  { kind }: Pick<WhichSheet, 'kind'>,
  { id, secret, endsAt, sent, opened }: SheetLink,
  isOpen: boolean,
): z.output<typeof sheetLinkOutput> => ({
  id,
  path: openSheetPath(kind, secret),
  endsAt: endsAt.toString(),
  isOpen,
  sentAt: sent?.at.toString() ?? null,
  sentTo: sent?.to ?? null,
  sentNumber: sent?.number ?? null,
  openedAt: opened?.at.toString() ?? null,
  openedNumber: opened?.number ?? null,
});
