import { Temporal } from 'temporal-polyfill';
import { InsetText } from '#ui';
import { ownNowPath } from '../../day/addresses.js';
import { whereAsSentence } from '../domain/words.js';
import type { OwnStand } from '../read-own-shifts.js';
import { withWhomInWords } from '../shift-entry.js';
import { shiftInWords } from './shift-words.js';

export interface NextShiftProps {
  readonly stand: OwnStand;
  /** Of their own link. */
  readonly secret: string;
  readonly now: Temporal.Instant;
}

/** Where somebody is to be now or next, before all else that their page says; nothing where no shift is to come. */
export function NextShift({ stand: { shifts, exhibition }, secret, now }: NextShiftProps) {
  const next = shifts.find(({ isOver }) => !isOver);
  if (next === undefined) return null;
  const { terms } = next.assignment;
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(exhibition.zone).toPlainDate();
  const isNow = Temporal.Instant.compare(terms.start, now) <= 0;
  return (
    <InsetText>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {isNow ? 'You are on the stand now' : 'You are on the stand next'}:{' '}
        <strong>{shiftInWords(terms, exhibition.zone)}</strong>
      </p>
      <p class="govuk-body govuk-!-margin-bottom-0">
        {whereAsSentence(terms)} <bdi>{withWhomInWords(next.withWhom)}</bdi>{' '}
        {(isNow || dayOf(terms.start).equals(dayOf(now))) && (
          <a class="govuk-link" href={ownNowPath(secret)}>
            Check in and see who is there
          </a>
        )}
      </p>
    </InsetText>
  );
}
