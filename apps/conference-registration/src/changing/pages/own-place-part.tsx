import { InsetText } from '#ui';
import type { OwnPart } from '../../delegates/fill-in-own-part.js';
import { cannotComePath, ownCalendarPath, ownDetailsPath } from '../addresses.js';

interface OwnPlaceProps {
  readonly part: OwnPart;
  readonly secret: string;
  /** Why nothing can be changed; `null`: it can. */
  readonly whyNot: string | null;
}

/** What a delegate can do about their own place. */
export function OwnPlacePart({ part, secret, whyNot }: OwnPlaceProps) {
  const { status } = part.own.delegate;
  if (status !== 'confirmed' && status !== 'applied') return null;
  return (
    <section aria-labelledby="own-place">
      <h2 class="govuk-heading-m" id="own-place">
        If something changes
      </h2>
      {whyNot !== null && <InsetText>{whyNot}</InsetText>}
      <ul class="govuk-list">
        {status === 'confirmed' && (
          <li>
            <a class="govuk-link" href={ownCalendarPath(secret)} download>
              Put the conference into your calendar (iCalendar file)
            </a>
          </li>
        )}
        {whyNot === null && (
          <li>
            <a class="govuk-link" href={ownDetailsPath(secret)}>
              Change your details and answers
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link cn-link--danger" href={cannotComePath(secret)}>
            I cannot come
          </a>
        </li>
      </ul>
    </section>
  );
}
