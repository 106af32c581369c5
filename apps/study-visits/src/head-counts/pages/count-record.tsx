import { plural } from '#ui';
import type { HeadCount, KeptClosing } from '../counts.js';
import { leaveWords } from '../domain/state-words.js';
import { momentOf } from '../in-words.js';

const kindWords = { here: 'here', elsewhere: 'elsewhere with leave', missing: 'missing' } as const;

/** When a count was closed, by whom and with what, and when it was opened again. */
export function CountRecord({ count }: { readonly count: HeadCount }) {
  const { closings, thing } = count;
  if (closings.length === 0) return null;
  return (
    <section aria-labelledby="record">
      <h2 class="govuk-heading-m" id="record">
        Record
      </h2>
      <ul class="govuk-list govuk-list--spaced">
        {closings.map((closing) => (
          <li key={closing.id}>
            Closed at {momentOf(closing.closedAt, thing.span)} by <bdi>{closing.byName}</bdi>: {closing.here}{' '}
            here, {closing.elsewhere} elsewhere with leave, {closing.missing} missing.
            {closing.decision !== null && (
              <>
                <br />
                Decided: <bdi>{closing.decision}</bdi>
              </>
            )}
            <NotHere closing={closing} count={count} />
            {closing.reopened !== null && (
              <>
                <br />
                Opened again at {momentOf(closing.reopened.at, thing.span)} by{' '}
                <bdi>{closing.reopened.byName}</bdi>
                {closing.reopened.why !== null && (
                  <>
                    : <bdi>{closing.reopened.why}</bdi>
                  </>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Those who were not there, by name, while that is kept. */
function NotHere({ closing, count }: { readonly closing: KeptClosing; readonly count: HeadCount }) {
  const names = new Map([...count.expected, ...count.others].map(({ id, name }) => [id, name]));
  const away = closing.people.filter(({ kind }) => kind !== 'here');
  const unnamed = away.filter(({ travellerId }) => !names.has(travellerId));
  return (
    <>
      {away
        .filter(({ travellerId }) => names.has(travellerId))
        .map(({ travellerId, kind, leaves }) => (
          <span key={travellerId}>
            <br />
            <bdi>{names.get(travellerId)}</bdi>: {kindWords[kind]}
            {leaves.length > 0 && `, ${leaves.map((leave) => leaveWords({ leave })).join('; ')}`}
          </span>
        ))}
      {unnamed.length > 0 && (
        <>
          <br />
          {plural(unnamed.length, 'person', 'people')} who {unnamed.length === 1 ? 'is' : 'are'} not on the
          list any more.
        </>
      )}
    </>
  );
}
