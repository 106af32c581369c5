import { Temporal } from 'temporal-polyfill';
import { dateInWords, Tag } from '#ui';
import { asSentence } from '../../published/domain/words.js';
import { passColours, passWordsForOwner, whatToDo } from '../pass-words.js';
import type { OwnPass } from '../read-own-passes.js';

export interface YourPassesProps {
  /** By the day; `null`: nobody needs a pass. */
  readonly passes: readonly OwnPass[] | null;
}

/** What somebody is told of their passes: how far each is, and what they are to do. */
export function YourPasses({ passes }: YourPassesProps) {
  if (passes === null) return null;
  return (
    <section aria-labelledby="passes">
      <h2 class="govuk-heading-l" id="passes">
        Your passes
      </h2>
      {passes.length === 0 ? (
        <p class="govuk-body">
          You need a pass to get in. We apply for one for each day on which you are on the stand; until then
          there is nothing for you to do.
        </p>
      ) : (
        <ul class="govuk-list cn-panel">
          {passes.map((pass) => (
            <li key={pass.day}>
              <p class="govuk-body">
                <strong>{dayInWords(pass.day)}</strong>{' '}
                <Tag colour={passColours[pass.state]}>{passWordsForOwner[pass.state]}</Tag>
                <br />
                {pass.state === 'refused' && pass.reason !== null && (
                  <>
                    The host says: <bdi>{asSentence(pass.reason)}</bdi>
                    <br />
                  </>
                )}
                {whatToDo[pass.state]}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function dayInWords(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return dateInWords(date, { impliedYear: date.year });
}
