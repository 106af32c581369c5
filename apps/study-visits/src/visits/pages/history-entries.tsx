import { ChangedMeanwhile, FieldChanges, momentInWords, type TimelineEntry } from '#ui';
import { nameOfActor } from '#platform';
import type { VisitHistoryRow } from '../visit-history.entity.js';

/** Who made a change, in words: "Sam Staff", or "Sam Staff, for Xiu Example" where staff acted for somebody. */
export function doneBy({ personName, actorId, actorName }: VisitHistoryRow): string {
  const actor = actorName === null ? null : { personId: actorId ?? '', name: actorName };
  return nameOfActor({ name: personName, actor });
}

/** One line of a visit's history, as the timeline shows it. */
export const historyEntry = (row: VisitHistoryRow): TimelineEntry => ({
  title: row.action,
  when: momentInWords(row.at),
  datetime: row.at.toISOString(),
  by: doneBy(row),
  children: <HistoryText row={row} />,
});

/** Why it was done, and what was changed. */
function HistoryText({ row: { reason, changes } }: { readonly row: VisitHistoryRow }) {
  return (
    <>
      {reason !== null && reason !== '' && <p class="govuk-body cn-flush">Reason: {reason}</p>}
      <FieldChanges changes={changes.map(({ field: name, before, after }) => ({ name, before, after }))} />
    </>
  );
}

export interface MeanwhileProps {
  /** The newest first; empty when nobody changed anything. */
  readonly since: readonly VisitHistoryRow[];
  /** The same page afresh. */
  readonly reloadPath: string;
}

/** Says what somebody else changed of a visit while a page was open. */
export function VisitMeanwhile({ since, reloadPath }: MeanwhileProps) {
  return (
    <ChangedMeanwhile
      what="visit"
      names={[...new Set(since.map(doneBy))]}
      changes={since.map((row) => (
        <>
          {row.action} by {doneBy(row)}, {momentInWords(row.at)}:
          <HistoryText row={row} />
        </>
      ))}
      reloadPath={reloadPath}
    />
  );
}
