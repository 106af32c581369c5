import type { Commitment } from '#commitments';
import { InsetText } from '#ui';
import { commitmentInWords } from './in-words.js';

interface BookedTwiceProps {
  readonly heading: string;
  readonly sentences: readonly string[];
  /** What to do about it. */
  readonly children?: string;
}

/** Who is to be in two places at once; nothing where nobody is. */
export function BookedTwice({ heading, sentences, children }: BookedTwiceProps) {
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

/** The same for their own eyes. */
export function OwnDoubleBookings({ others }: { readonly others: readonly Commitment[] }) {
  const sentences = others.map((other) => `You are also ${commitmentInWords(other)}.`);
  return (
    <BookedTwice heading="You are booked twice" sentences={sentences}>
      If you cannot do both, give one of them up.
    </BookedTwice>
  );
}
