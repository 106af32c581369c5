import { doneBy } from '../../events/done-by.js';
import type { RevisionRow } from '../../events/revision.entity.js';
import { revisionInWords, RevisionText } from './revision-changes.js';

export interface ChangedMeanwhileProps {
  /** The newest first; empty when nobody changed anything. */
  readonly since: readonly RevisionRow[];
  /** The same page afresh. */
  readonly reloadPath: string;
}

/** Says what somebody else changed while a page was open, and what can be done about it. */
export function ChangedMeanwhile({ since, reloadPath }: ChangedMeanwhileProps) {
  if (since.length === 0) return null;
  const names = [...new Set(since.map(doneBy))].join(' and ');
  return (
    <section class="cn-status cn-status--postponed" role="alert" aria-labelledby="meanwhile">
      <h2 class="cn-status__title" id="meanwhile">
        {names} changed this event after you opened it
      </h2>
      <p>
        Nothing of yours is saved yet; what you typed is still below. Compare the two: saving now puts what is
        below in place of theirs.
      </p>
      <ul class="govuk-list">
        {since.map((revision) => (
          <li key={revision.version}>
            {revisionInWords(revision)}
            <RevisionText revision={revision} />
          </li>
        ))}
      </ul>
      <p>
        <a class="govuk-link" href={reloadPath}>
          Give up what you typed and open it as it is now
        </a>
      </p>
    </section>
  );
}
