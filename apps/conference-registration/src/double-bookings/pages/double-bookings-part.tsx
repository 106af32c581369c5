import { isAway, type Commitment } from '#commitments';
import { InsetText, whenInWords } from '#ui';
import type { DoubleBookings } from '../find-double-bookings.js';

interface NamedDelegate {
  readonly id: string;
  readonly name: string;
}

interface DoubleBookingsPartProps {
  readonly delegates: readonly NamedDelegate[];
  readonly doubleBookings: DoubleBookings;
}

/** Who of some delegates is to be on a stand, or away, at the same time; nothing where nobody is. */
export function DoubleBookingsPart({ delegates, doubleBookings }: DoubleBookingsPartProps) {
  const sentences = delegates.flatMap(({ id, name }) =>
    (doubleBookings.get(id) ?? []).map((shift) => `${name} is ${onStandInWords(shift)}.`),
  );
  return <Sentences heading="Booked twice" sentences={sentences} />;
}

/** The same for their own eyes. */
export function OwnDoubleBookings({ shifts }: { readonly shifts: readonly Commitment[] }) {
  const sentences = shifts.map((shift) => `You are also ${onStandInWords(shift)}.`);
  return (
    <Sentences heading="You are booked twice" sentences={sentences}>
      If you cannot do both, give one of them up.
    </Sentences>
  );
}

interface SentencesProps {
  readonly heading: string;
  readonly sentences: readonly string[];
  /** What to do about it. */
  readonly children?: string;
}

function Sentences({ heading, sentences, children }: SentencesProps) {
  if (sentences.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>{heading}</strong>
      </p>
      <ul class="govuk-list">
        {sentences.map((sentence) => (
          <li>
            <bdi>{sentence}</bdi>
          </li>
        ))}
      </ul>
      {children !== undefined && <p class="govuk-body">{children}</p>}
    </InsetText>
  );
}

/**
 * "on the network’s stand at Labour Party Conference 2027 on Sunday 26 September 2027, 10am to 11am", "away with the study visit
 * “Mondragon” from Sunday 11 to Friday 16 March 2035"
 */
export const onStandInWords = (commitment: Commitment): string => {
  const { title, start, end, zone } = commitment;
  if (!isAway(commitment))
    return `on the network’s stand at ${title} on ${whenInWords({ type: 'timed', start, end, zone })}`;
  const [first, after] = [start, end].map((at) => at.toZonedDateTimeISO(zone).toPlainDate());
  if (first === undefined || after === undefined) throw new Error('a journey has a beginning and an end');
  const last = after.subtract({ days: 1 });
  return `away with the study visit “${title}”, ${whenInWords({ type: 'all-day', first, last, zone })}`;
};
