import { Temporal } from 'temporal-polyfill';
import { dateInWords, MailText, shortened } from '#ui';
import type { ItemChange } from '../../itinerary/domain/published.js';

const verbs = { added: 'New', changed: 'Changed', removed: 'Called off' } as const;

/** What was changed of one item: what it is now, and what it was. */
export function LiveChangeText({ change: { title, day, what, changes } }: { readonly change: ItemChange }) {
  return (
    <>
      <MailText>
        <strong>
          {verbs[what]}: {shortened(title, 120)}
        </strong>
        , {dateInWords(Temporal.PlainDate.from(day))}
      </MailText>
      {changes.map(({ field, before, after }) => (
        <MailText>
          {field}: {shortened(after === '' ? 'nothing any more' : after, 500)}
          {before === '' ? '' : ` (was ${shortened(before, 200)})`}
        </MailText>
      ))}
    </>
  );
}
