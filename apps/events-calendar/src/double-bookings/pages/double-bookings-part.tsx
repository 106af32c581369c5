import type { Commitment, Overlap } from '#commitments';
import { InsetText } from '#ui';
import { whenOfCommitment } from '../in-words.js';

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
      <bdi>{commitment.title}</bdi>, {whenOfCommitment(commitment)}
    </>
  );
}
