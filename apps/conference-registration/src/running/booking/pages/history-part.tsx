import { instantOf } from '#platform';
import { momentInWords, Timeline } from '#ui';
import type { BookingHistoryRow } from '../../../bookings/booking-history.entity.js';
import { bookingActs } from '../../../bookings/domain/acts.js';
import { historyDetails } from '../history-words.js';

export interface HistoryPartProps {
  /** The newest first. */
  readonly history: readonly BookingHistoryRow[];
  readonly zone: string;
}

/** Who did what with a booking when. */
export function HistoryPart({ history, zone }: HistoryPartProps) {
  return (
    <section aria-labelledby="history">
      <h2 class="govuk-heading-m" id="history">
        History
      </h2>
      <Timeline
        entries={history.map(({ at, act, details, personName, actorName }) => ({
          title: (
            <>
              <bdi>{actorName === null ? personName : `${actorName}, for ${personName},`}</bdi>{' '}
              {/* A line of an older version of this service may have another act. */}
              {act in bookingActs ? bookingActs[act] : act}
            </>
          ),
          when: momentInWords(at, zone),
          datetime: instantOf(at).toString(),
          children: historyDetails(details).map((line) => (
            <p key={line} class="govuk-body-s">
              <bdi>{line}</bdi>
            </p>
          )),
        }))}
      />
    </section>
  );
}
