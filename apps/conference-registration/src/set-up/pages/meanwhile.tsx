import { ChangedMeanwhile, FieldChanges } from '#ui';
import type { ConferenceRevisionRow } from '../../conferences/conference-revision.entity.js';

export interface MeanwhileProps {
  /** What was changed: "ticket". */
  readonly what: string;
  /** The last change of it; `null`: nobody changed it, and nothing is said. */
  readonly change: ConferenceRevisionRow | null;
  readonly reloadPath: string;
}

/** What somebody else changed of a thing while a form for it was open. */
export function Meanwhile({ what, change, reloadPath }: MeanwhileProps) {
  if (change === null) return null;
  return (
    <ChangedMeanwhile
      what={what}
      names={[change.personName]}
      changes={[<FieldChanges changes={change.changes.map(inWords)} />]}
      reloadPath={reloadPath}
    />
  );
}

const inWords = ({ field: name, before, after }: ConferenceRevisionRow['changes'][number]) => ({
  name,
  before,
  after,
});
