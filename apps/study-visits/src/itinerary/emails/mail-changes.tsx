import { Temporal } from 'temporal-polyfill';
import { dateInWords, MailText, shortened } from '#ui';
import type { ItemChange } from '../domain/published.js';

const verbs = { added: 'New', changed: 'Changed', removed: 'Not any more' } as const;

/** What is different in somebody's days, as a mail tells it. */
export const MailChanges = ({ changes }: { readonly changes: readonly ItemChange[] }) => (
  <>
    {changes.map((change) => (
      <>
        <MailText>
          <strong>
            {verbs[change.what]}: {dateInWords(Temporal.PlainDate.from(change.day))}
          </strong>
          , {shortened(change.title, 120)}
        </MailText>
        {change.changes.map(({ field, before, after }) => (
          <MailText>
            {field}: {shortened(after === '' ? 'nothing any more' : after, 200)}
            {before === '' ? '' : ` (was ${shortened(before, 200)})`}
          </MailText>
        ))}
      </>
    ))}
  </>
);
