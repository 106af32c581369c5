import type { Commitment, Overlap } from '#commitments';
import { InsetText, whenInWords, type AnyWhen } from '#ui';

/** What somebody cannot both do; nothing where there is nothing. */
export function DoubleBookingsPart({ overlaps }: { readonly overlaps: readonly Overlap[] }) {
  if (overlaps.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>You are booked twice</strong>
      </p>
      <ul class="govuk-list">
        {overlaps.map(({ first, second, isAtOnce }) => (
          <li>
            {inWords(first)}; and {inWords(second)}
            {isAtOnce ? '' : ', too soon after it to get there'}.
          </li>
        ))}
      </ul>
      <p class="govuk-body">If you cannot do both, give one of them up.</p>
    </InsetText>
  );
}

function inWords(commitment: Commitment) {
  return (
    <>
      <bdi>{commitment.title}</bdi>, {whenInWords(whenOf(commitment))}
    </>
  );
}

/** Hours that are not settled are all of a day. */
function whenOf({ start, end, zone }: Commitment): AnyWhen {
  const [first, last] = [start.toZonedDateTimeISO(zone), end.toZonedDateTimeISO(zone)];
  const isWholeDay = first.equals(first.startOfDay()) && last.equals(first.startOfDay().add({ days: 1 }));
  const day = first.toPlainDate();
  return isWholeDay ? { type: 'all-day', first: day, last: day, zone } : { type: 'timed', start, end, zone };
}
