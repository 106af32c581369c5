import { InsetText } from '#ui';
import { currentDelegates } from '../../booking-page/booking-details.js';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { missingOfDelegate } from '../../booking-page/still-missing.js';
import { purchaseOrderPath } from '../../money/addresses.js';
import { addToBookingPath, askStaffPath, cancelPath, changeDelegatePath } from '../addresses.js';
import { whyUnchangeable } from '../may-change.js';

/** What can be done with a booking that is confirmed, or why nothing can. */
export function ChangesPart({ open }: { readonly open: OpenBooking }) {
  const { booking, key } = open;
  if (booking.status === 'cancelled') return null;
  const why = whyUnchangeable(open, open.actor.identity, open.now);
  return (
    <section aria-labelledby="changes" class="cn-no-print">
      <h2 class="govuk-heading-m" id="changes">
        If something changes
      </h2>
      {why === null ? (
        <>
          <p class="govuk-body">
            Choose a delegate by name to change their details, answers and tickets, or to put somebody else in
            their place.
          </p>
          <Missing open={open} />
        </>
      ) : (
        <InsetText>{why.detail}</InsetText>
      )}
      <ul class="govuk-list">
        {why === null && (
          <>
            <li>
              <a class="govuk-link" href={addToBookingPath(key)}>
                Add delegates
              </a>
            </li>
            <li>
              <a class="govuk-link" href={cancelPath(key)}>
                Cancel places, or all of the booking
              </a>
            </li>
          </>
        )}
        {booking.payment === 'invoice' && (
          <li>
            <a class="govuk-link" href={purchaseOrderPath(key)}>
              {booking.purchaseOrder === null ? 'Enter the purchase order' : 'Change the purchase order'}
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={askStaffPath(key)}>
            Ask the staff about this booking
          </a>
        </li>
      </ul>
    </section>
  );
}

/** Delegates who came in later may have questions to answer. */
function Missing({ open }: { readonly open: OpenBooking }) {
  const missing = currentDelegates(open).flatMap((booked) => missingOfDelegate(open, booked));
  if (missing.length === 0) return null;
  return (
    <InsetText>
      <ul class="govuk-list">
        {missing.map(({ number, message }) => (
          <li>
            <a class="govuk-link" href={changeDelegatePath(open.key, number ?? 1)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
