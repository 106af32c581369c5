import { sheetOf } from '#sheets';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import type { LineEntry } from '../read-line.js';
import { entryStatusWords } from './line-words.js';

/** A waiting list to take out. */
export const lineSheet = (
  name: string,
  { ticketType, conference: { zone } }: Catalogue,
  items: readonly LineEntry[],
) =>
  sheetOf({
    name,
    columns: [
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'organisation', title: 'Organisation', kind: 'text' },
      { key: 'email', title: 'Email', kind: 'text' },
      { key: 'ticket', title: 'Ticket', kind: 'text' },
      { key: 'status', title: 'Status', kind: 'text' },
      { key: 'reason', title: 'Reason', kind: 'text' },
      { key: 'place', title: 'Place in line', kind: 'number' },
      { key: 'wanted', title: 'Places still waited for', kind: 'number' },
      { key: 'allTogether', title: 'All together', kind: 'yes-no' },
      { key: 'offered', title: 'Places offered', kind: 'number' },
      { key: 'answerUntil', title: 'Offered until', kind: 'instant', zone },
      { key: 'joined', title: 'Joined', kind: 'instant', zone },
      { key: 'ended', title: 'Ended', kind: 'instant', zone },
    ],
    rows: items.map((entry) => ({
      name: entry.name,
      organisation: entry.organisationName,
      email: entry.email,
      ticket: ticketType.get(entry.ticketTypeId)?.name ?? '',
      status: entryStatusWords[entry.status],
      reason: entry.statusReason,
      place: entry.place,
      wanted: entry.wanted,
      allTogether: entry.allTogether,
      offered: entry.offer?.places ?? null,
      answerUntil: entry.offer?.answerUntil ?? null,
      joined: entry.joinedAt,
      ended: entry.endedAt,
    })),
  });
