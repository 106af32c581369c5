/** What stands where the name of a person stood who has been erased. */
export const erasedName = 'An erased person';

/** What an erasure came to in the calendar, counted. */
export interface Forgotten {
  /** Addresses of personal feeds that lead nowhere now. */
  readonly feeds: number;
  /** Events and series that the person followed. */
  readonly follows: number;
  /** Conferences that they take part in. */
  readonly conferences: number;
  /** Shifts that they have on stands. */
  readonly shifts: number;
  /** Study visits that they travel with. */
  readonly travels: number;
  /** Lines of events' histories that named the person. */
  readonly historyLines: number;
  /** Imports whose uploader the person was. */
  readonly imports: number;
  /** Events that named the person as the one to ask. */
  readonly contacts: number;
  /** Whether there was a record of what they may see. */
  readonly record: boolean;
}

const counted = (amount: number, one: string, many: string): string | null =>
  amount === 0 ? null : `${amount} ${amount === 1 ? one : many}`;

/** "1 calendar feed ended, 2 names in events’ histories replaced"; for the erasure's record. */
export function inWords({
  feeds,
  follows,
  conferences,
  shifts,
  travels,
  historyLines,
  imports,
  contacts,
  record,
}: Forgotten): string {
  const parts = [
    counted(feeds, 'calendar feed ended', 'calendar feeds ended'),
    counted(follows, 'followed event or series forgotten', 'followed events and series forgotten'),
    counted(conferences, 'conference no longer in their calendar', 'conferences no longer in their calendar'),
    counted(shifts, 'shift no longer in their calendar', 'shifts no longer in their calendar'),
    counted(travels, 'study visit no longer in their calendar', 'study visits no longer in their calendar'),
    counted(historyLines, 'name in events’ histories replaced', 'names in events’ histories replaced'),
    counted(imports, 'name on imported files replaced', 'names on imported files replaced'),
    counted(
      contacts,
      'event no longer names them as its contact',
      'events no longer name them as their contact',
    ),
    record ? 'record of what they may see deleted' : null,
  ];
  return parts.filter((part) => part !== null).join(', ') || 'nothing was kept of them';
}

/** An address in a text, as far as one can be told from what stands round it. */
const address = /[^\s,;<>()"]+@[^\s,;<>()"]+/gu;

/** Whether one of the mail addresses in a text is the person's. */
export function namesThem(text: string, isTheirs: (address: string) => boolean): boolean {
  return (text.match(address) ?? []).some(isTheirs);
}
