import { ChangedMeanwhile, FieldChanges, momentInWords, type TimelineEntry } from '#ui';
import { doneBy } from '../api/conference-json.js';
import type { ConferenceRevisionRow } from '../conference-revision.entity.js';
import { actInWords } from '../act-in-words.js';
import { makesSomething } from '../domain/acts.js';

/** One line of a conference's history, as the timeline shows it. */
export function revisionEntry(revision: ConferenceRevisionRow): TimelineEntry {
  return {
    title: actInWords(revision.action),
    when: momentInWords(revision.at),
    datetime: revision.at.toISOString(),
    by: doneBy(revision),
    children: <RevisionText revision={revision} />,
  };
}

/** Why it was done, and what was changed. */
function RevisionText({ revision }: { readonly revision: ConferenceRevisionRow }) {
  const { action, reason, changes } = revision;
  return (
    <>
      {reason !== null && reason !== '' && <p class="govuk-body cn-flush">Reason: {reason}</p>}
      <FieldChanges
        changes={changes.map(({ field: name, before, after }) => ({ name, before, after }))}
        isNew={makesSomething(action)}
      />
    </>
  );
}

export interface MeanwhileProps {
  /** The newest first; empty when nobody changed anything. */
  readonly since: readonly ConferenceRevisionRow[];
  /** The same page afresh. */
  readonly reloadPath: string;
}

/** Says what somebody else changed of a conference while a page was open. */
export function ConferenceMeanwhile({ since, reloadPath }: MeanwhileProps) {
  return (
    <ChangedMeanwhile
      what="conference"
      names={[...new Set(since.map(doneBy))]}
      changes={since.map((revision) => (
        <>
          {actInWords(revision.action)} by {doneBy(revision)}, {momentInWords(revision.at)}:
          <RevisionText revision={revision} />
        </>
      ))}
      reloadPath={reloadPath}
    />
  );
}
