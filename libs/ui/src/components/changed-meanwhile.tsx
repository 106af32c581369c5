import type { ComponentChildren } from 'preact';

export interface ChangedMeanwhileProps {
  /** What was changed: "event". */
  readonly what: string;
  /** Who did it, each once. */
  readonly names: readonly string[];
  /** Their changes, the newest first; where there are none nothing is said. */
  readonly changes: readonly ComponentChildren[];
  /** The same page afresh. */
  readonly reloadPath: string;
}

/** Says what somebody else changed while a page was open, and what can be done about it. */
export function ChangedMeanwhile({ what, names, changes, reloadPath }: ChangedMeanwhileProps) {
  if (changes.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" role="alert" aria-labelledby="meanwhile">
      <h2 class="cn-status__title" id="meanwhile">
        {names.join(' and ')} changed this {what} after you opened it
      </h2>
      <p>
        Nothing of yours is saved yet; what you typed is still below. Compare the two: saving now puts what is
        below in place of theirs.
      </p>
      <ul class="govuk-list">
        {changes.map((change) => (
          <li>{change}</li>
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
