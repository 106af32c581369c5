import { settlePath } from '../addresses.js';
import type { ShownThing } from '../domain/shown-thing.js';
import { sourceWords } from '../domain/source-words.js';
import type { ShownThingRow } from '../shown-thing.entity.js';

/** Says that an event shows something of another service, and where that is changed; nothing for the calendar's own. */
export function ComesFromElsewhere({ shows }: { readonly shows: ShownThing | null }) {
  if (shows === null) return null;
  const { service, thing } = sourceWords[shows.source];
  return (
    <div class="govuk-inset-text">
      This event comes from {service} and says what the {thing} says. It cannot be changed here:{' '}
      <a class="govuk-link" href={shows.changePath}>
        change the {thing}
      </a>
      , and the calendar follows.
    </div>
  );
}

/** Asks staff to say which event conferences and the like are that look like one that was there before. */
export function UnsettledThings({ things }: { readonly things: readonly ShownThingRow[] }) {
  if (things.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="unsettled">
      <h2 class="cn-status__title" id="unsettled">
        Is it the same event?
      </h2>
      <ul class="govuk-list">
        {things.map(({ id, source, facts }) => (
          <li key={id}>
            <a class="govuk-link" href={settlePath(id)}>
              The {sourceWords[source].thing} “{facts.title}” looks like an event that is in the calendar
              already: say whether it is
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
