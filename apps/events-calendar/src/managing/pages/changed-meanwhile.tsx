import { ChangedMeanwhile as Meanwhile } from '#ui';
import { doneBy } from '../../events/done-by.js';
import type { RevisionRow } from '../../events/revision.entity.js';
import { revisionInWords, RevisionText } from './revision-changes.js';

export interface ChangedMeanwhileProps {
  /** The newest first; empty when nobody changed anything. */
  readonly since: readonly RevisionRow[];
  /** The same page afresh. */
  readonly reloadPath: string;
}

/** Says what somebody else changed of an event while a page was open. */
export function ChangedMeanwhile({ since, reloadPath }: ChangedMeanwhileProps) {
  return (
    <Meanwhile
      what="event"
      names={[...new Set(since.map(doneBy))]}
      changes={since.map((revision) => (
        <>
          {revisionInWords(revision)}
          <RevisionText revision={revision} />
        </>
      ))}
      reloadPath={reloadPath}
    />
  );
}
