import { classNames, plural, Tag } from '#ui';
import { memberPath } from '../../team/addresses.js';
import { runsOf, type PassRun } from '../domain/pass-list.js';
import { passColours, passWords } from '../pass-words.js';
import type { PassHolder } from '../read-passes.js';
import { dayShort, daysShort } from './pass-words-of-days.js';

export interface PassTableProps {
  readonly exhibitionId: string;
  /** ISO. */
  readonly days: readonly string[];
  readonly holders: readonly PassHolder[];
}

/** With more days than these a laptop has no room for a column each. */
const mostColumns = 6;

/**
 * Who has a pass for which day. Days that are alike are told once: over their columns, or where there is no room for columns, as
 * a line that names them. The roles repeat what the elements are, as styles make lines of them.
 */
export function PassTable({ exhibitionId, days, holders }: PassTableProps) {
  return (
    <table
      class={classNames('govuk-table cn-table cn-runs', days.length > mostColumns && 'cn-runs--lines')}
      role="table"
    >
      <caption class="govuk-table__caption govuk-table__caption--s">
        {plural(holders.length, 'person', 'people')}
      </caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          {['Name', ...days.map(dayShort)].map((heading) => (
            <th key={heading} scope="col" role="columnheader" class="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        {holders.map(({ memberId, name, passes }) => (
          <tr key={memberId} class="govuk-table__row" role="row">
            <th scope="row" role="rowheader" class="govuk-table__header">
              <a class="govuk-link" href={memberPath(exhibitionId, memberId)}>
                <bdi>{name}</bdi>
              </a>
            </th>
            {runsOf(days, passes).map((run) => (
              <Run
                key={run.days[0]}
                run={run}
                isEachDay={days.length > 1 && run.days.length === days.length}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RunProps {
  readonly run: PassRun;
  /** Whether the run is all days of the stand. */
  readonly isEachDay: boolean;
}

function Run({ run: { days, state, reason }, isEachDay }: RunProps) {
  return (
    <td
      role="cell"
      class="govuk-table__cell"
      colSpan={days.length}
      aria-colspan={days.length}
      data-label={isEachDay ? 'All days' : daysShort(days)}
    >
      {state === 'none' ? (
        <span class="cn-quiet">{passWords.none}</span>
      ) : (
        <Tag colour={passColours[state]}>{passWords[state]}</Tag>
      )}
      {reason !== null && (
        <>
          {' '}
          <bdi class="cn-quiet">{reason}</bdi>
        </>
      )}
    </td>
  );
}
