import { changeConferencePath, settleConferencePath } from '../addresses.js';
import type { ConferenceRow } from '../conference.entity.js';

/** Says that an event shows a conference, and where that is changed; nothing for the calendar's own. */
export function ComesFromConference({ conference }: { readonly conference: ConferenceRow | null }) {
  if (conference === null) return null;
  return (
    <div class="govuk-inset-text">
      This event comes from conference registration and says what the conference says. It cannot be changed
      here:{' '}
      <a class="govuk-link" href={changeConferencePath(conference.id)}>
        change the conference
      </a>
      , and the calendar follows.
    </div>
  );
}

/** Asks staff to say which event conferences are that look like one that was there before. */
export function UnsettledConferences({ conferences }: { readonly conferences: readonly ConferenceRow[] }) {
  if (conferences.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="unsettled">
      <h2 class="cn-status__title" id="unsettled">
        Is it the same event?
      </h2>
      <ul class="govuk-list">
        {conferences.map(({ id, facts }) => (
          <li key={id}>
            <a class="govuk-link" href={settleConferencePath(id)}>
              The conference “{facts.title}” looks like an event that is in the calendar already: say whether
              it is
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
