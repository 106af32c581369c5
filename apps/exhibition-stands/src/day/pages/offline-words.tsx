import type { Temporal } from 'temporal-polyfill';
import { dateInWords } from '#ui';
import { clockInWords } from '../in-words.js';

export interface OfflineWordsProps {
  /** When the page was made. */
  readonly at: Temporal.Instant;
  /** IANA. */
  readonly zone: string;
  /** What is so of a press that did not get through, to the colon. */
  readonly unsent: string;
}

/** What a page says of itself where it is a copy; the worker and the page's script show it. */
export function OfflineWords({ at, zone, unsent }: OfflineWordsProps) {
  return (
    <>
      <p id="offline-words" hidden class="govuk-inset-text">
        <strong>As of {clockInWords(at, zone)}; there is no connection.</strong> This is the copy of{' '}
        {dateInWords(at.toZonedDateTimeISO(zone).toPlainDate())} that was kept here. It may be different by
        now.
      </p>
      <p id="offline-waiting" hidden class="govuk-inset-text">
        <strong>As of {clockInWords(at, zone)}.</strong> Looking for what is new …
      </p>
      <p id="offline-unsent" hidden class="govuk-inset-text">
        <strong>{unsent}:</strong> what you pressed may not have reached us. Press again once there is a
        connection, which does no harm, or tell whoever is on the stand.
      </p>
    </>
  );
}
