import type { Temporal } from 'temporal-polyfill';
import { dateInWords, timeInWords } from '#ui';

/** What a page says of itself where it is a copy; the worker and the page's script show it. */
export function OfflineWords({ now, zone }: { readonly now: Temporal.Instant; readonly zone: string }) {
  const local = now.toZonedDateTimeISO(zone);
  return (
    <>
      <p id="offline-words" hidden class="govuk-inset-text">
        <strong>There is no connection.</strong> This is the copy of {dateInWords(local.toPlainDate())},{' '}
        {timeInWords(local.toPlainTime())}, that is kept on this phone. Go on counting: what you mark is kept
        here and sent once there is a connection.
      </p>
      <p id="offline-unsent" hidden class="govuk-inset-text">
        <strong>What you pressed may not have reached us.</strong> It needs a connection. Press again once
        there is one, which does no harm.
      </p>
    </>
  );
}

/** How many marks wait on this phone, and why; the page's script shows it. */
export function Unsent() {
  return (
    <div data-unsent hidden class="cn-status cn-status--postponed">
      <p class="cn-status__title" role="status" data-unsent-words></p>
      <p data-unsent-why></p>
      <button type="button" class="govuk-button govuk-button--secondary" data-send>
        Send them now
      </button>
    </div>
  );
}
