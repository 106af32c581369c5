import { momentInWords, numberInWords, Panel, ResponsiveTable } from '#ui';
import type { ReadCountResult } from './read-count.js';

/** What was counted beside what was known. */
export function CountResult({ act, place, lines }: ReadCountResult) {
  const differences = lines.filter(({ known, counted }) => known !== counted).length;
  return (
    <>
      <Panel titleText="The count is saved">
        {differences === 0
          ? 'All is as we thought.'
          : `${differences} of ${lines.length} ${lines.length === 1 ? 'number' : 'numbers'} differed.`}
      </Panel>
      <p class="govuk-body">
        Counted in <bdi>{place.name}</bdi> by <bdi>{act.byName}</bdi>, {momentInWords(act.at)}. From now on
        what was counted is what is there.
      </p>
      <ResponsiveTable
        caption="What was counted"
        captionClasses="govuk-table__caption--m"
        columns={[
          { key: 'item', heading: 'Item' },
          { key: 'counted', heading: 'Counted', format: 'numeric' },
          { key: 'known', heading: 'We thought', format: 'numeric' },
          { key: 'difference', heading: 'Difference', format: 'numeric' },
        ]}
        rows={lines.map(({ name, units, known, counted }) => [
          <bdi>{name}</bdi>,
          `${numberInWords(counted)} ${units}`,
          numberInWords(known),
          differenceWords(counted - known),
        ])}
      />
    </>
  );
}

const differenceWords = (difference: number): string =>
  difference === 0 ? 'none' : `${numberInWords(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'}`;
