import { plural } from '#ui';
import { managePath } from '../addresses.js';
import { listOf, staffListAddress, type StaffList } from '../domain/staff-list.js';
import type { Unfinished } from '../find-events.js';

interface Task {
  readonly words: string;
  readonly list: StaffList;
}

/** What waits to be done, the most pressing first; each leads to the events concerned. */
export function tasksOf(unfinished: Unfinished): readonly Task[] {
  const { drafts, withoutPlace, withoutLink, postponed, withoutDate } = unfinished;
  return [
    {
      count: withoutPlace,
      words: `${plural(withoutPlace, 'event')} this month ${withoutPlace === 1 ? 'has' : 'have'} no place`,
      list: listOf({ lack: 'place' }),
    },
    {
      count: withoutLink,
      words: `${plural(withoutLink, 'online event')} ${withoutLink === 1 ? 'has' : 'have'} no joining link`,
      list: listOf({ lack: 'link' }),
    },
    {
      count: withoutDate,
      words: `${plural(withoutDate, 'event')} this month or next ${withoutDate === 1 ? 'has' : 'have'} no date yet`,
      list: listOf({ lack: 'date' }),
    },
    {
      count: postponed,
      words: `${plural(postponed, 'postponed event')} ${postponed === 1 ? 'waits' : 'wait'} for a new date`,
      list: listOf({ status: 'postponed', period: 'all' }),
    },
    {
      count: drafts,
      words: `${plural(drafts, 'draft')} not yet published`,
      list: listOf({ status: 'draft', period: 'all' }),
    },
  ].filter((task) => task.count > 0);
}

export function ToDoFirst({ unfinished }: { readonly unfinished: Unfinished }) {
  const tasks = tasksOf(unfinished);
  return (
    <section class="cn-panel" aria-labelledby="to-do">
      <h2 class="govuk-heading-m" id="to-do">
        What needs doing first
      </h2>
      {tasks.length === 0 ? (
        <p class="govuk-body">
          Nothing: every draft is published, and no coming event lacks a place or a link.
        </p>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {tasks.map(({ words, list }) => (
            <li key={words}>
              <a class="govuk-link" href={staffListAddress(managePath, list)}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
