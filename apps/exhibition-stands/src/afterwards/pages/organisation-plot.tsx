import { BarsPlot, numberInWords, plural, ResponsiveTable } from '#ui';
import { hoursInWords } from '../../team/slot-words.js';
import type { OrganisationHours } from '../domain/hours.js';

/** The most bars that a plot has room for; the table has all. */
const mostPlotted = 15;

export const noOrganisation = 'No organisation';

/** How long the people of each organisation stood, drawn and as a table. */
export function OrganisationPlot({
  organisations,
}: {
  readonly organisations: readonly OrganisationHours[];
}) {
  const minutes = organisations.reduce((sum, each) => sum + each.minutes, 0);
  return (
    <section aria-labelledby="by-organisation">
      <h2 class="govuk-heading-m" id="by-organisation">
        Hours by organisation
      </h2>
      <BarsPlot
        id="organisations"
        title="Hours stood by the people of each organisation"
        description={`${hoursInWords(minutes)} by ${plural(organisations.length, 'organisation')} in all. The same numbers stand in the table below.`}
        bars={organisations.slice(0, mostPlotted).map((each) => ({
          name: each.name ?? noOrganisation,
          value: each.minutes / 60,
          said: hoursInWords(each.minutes),
        }))}
        markInWords={(mark) => `${numberInWords(mark)} h`}
      />
      <ResponsiveTable
        caption="Hours stood by the people of each organisation"
        columns={[
          { key: 'organisation', heading: 'Organisation' },
          { key: 'people', heading: 'People', format: 'numeric' },
          { key: 'hours', heading: 'Hours', format: 'numeric' },
        ]}
        rows={[
          ...organisations.map((each) => [
            <bdi>{each.name ?? noOrganisation}</bdi>,
            numberInWords(each.people),
            hoursInWords(each.minutes),
          ]),
          [
            'In all',
            numberInWords(organisations.reduce((sum, { people }) => sum + people, 0)),
            hoursInWords(minutes),
          ],
        ]}
      />
    </section>
  );
}
