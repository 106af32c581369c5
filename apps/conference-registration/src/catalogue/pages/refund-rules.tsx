import { Temporal } from 'temporal-polyfill';
import { dateInWords } from '#ui';
import type { RefundStep } from '../../conferences/domain/conference.js';

/** What is paid back of a place that is cancelled, by when. */
export function RefundRules({ steps }: { readonly steps: readonly RefundStep[] }) {
  if (steps.length === 0) {
    return (
      <p class="govuk-body">You can name somebody else for a place; a cancelled place is not paid back.</p>
    );
  }
  return (
    <ul class="govuk-list govuk-list--bullet">
      {steps.map(({ until, percent }) => (
        <li>
          Cancelled by {dateInWords(Temporal.PlainDate.from(until))}:{' '}
          {percent === 100 ? 'all' : `${percent}%`} of the price is paid back.
        </li>
      ))}
      <li>Later: nothing is paid back, but you can name somebody else for the place.</li>
    </ul>
  );
}
