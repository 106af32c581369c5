import { WarningText } from '#ui';
import {
  ticketTypeIdsOf,
  type BookedDelegate,
  type BookingDetails,
} from '../../booking-page/booking-details.js';
import { questionsFor } from '../../questions/domain/asked.js';

/** Says beforehand which answers make staff decide again. */
export function ApprovalWarning({
  details,
  own,
}: {
  readonly details: BookingDetails;
  readonly own: BookedDelegate;
}) {
  const asked = { of: 'delegate', ticketTypeIds: ticketTypeIdsOf(own) } as const;
  const labels = questionsFor(details.catalogue.questions, asked)
    .filter(({ asksApproval }) => asksApproval)
    .map(({ label }) => `“${label}”`);
  if (labels.length === 0 || own.delegate.status !== 'confirmed') return null;
  return (
    <WarningText>
      The place hangs on the {labels.length === 1 ? 'answer' : 'answers'} to {labels.join(', ')}. If that
      changes, staff decide on the place again. It is kept meanwhile.
    </WarningText>
  );
}
