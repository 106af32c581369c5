import { Details, ResponsiveTable } from '#ui';
import { eventFormats, eventKinds, audiences, eventStatuses } from '../../events/domain/event.js';
import { examplePath } from '../addresses.js';

/** The columns of a CSV file and what stands in them. */
const columns: readonly (readonly [string, string])[] = [
  ['title', 'What the event is called. Must be there.'],
  [
    'start',
    'Must be there: 2027-06-01T10:00 for a time, 2027-06-01 for a whole day, 2027-06 for a month. 01/06/2027 is read as 1 June.',
  ],
  ['end', 'Written as the start is; for whole days the last day. A deadline needs none.'],
  ['timezone', 'Such as Europe/London, which is taken if there is none.'],
  [
    'ref',
    'The event’s name in its address, such as 2027-annual-conference. It finds an event again, so leave it as the export has it. Leave it empty for a new event.',
  ],
  ['kind', `One of: ${eventKinds.join(', ')}.`],
  ['format', `One of: ${eventFormats.join(', ')}.`],
  ['place, address', 'Where it is.'],
  ['latitude, longitude', 'In degrees, such as 51.4816 and -3.1791; both or neither.'],
  ['joining_url, joining_shown_to', 'The address of the call, and who is shown it.'],
  ['audience', `One of: ${audiences.join(', ')}.`],
  ['board', 'Its name in addresses, where the audience is a board.'],
  ['series', 'A name in addresses that several events share, such as officer-calls.'],
  ['tags', 'Separated by semicolons.'],
  ['organiser_name, organiser_email, organiser_phone', 'Whom to ask.'],
  [
    'status, reason, replaced_by',
    `One of: ${eventStatuses.join(', ')}; why it is off; the ref of what takes its place.`,
  ],
  ['recurrence, except, changes', 'As the export writes them.'],
  ['description', 'In Markdown.'],
];

export function CsvGuide() {
  return (
    <>
      <p class="govuk-body">
        The first row of a CSV file names the columns; only title and start must be there. Begin with{' '}
        <a class="govuk-link" href={examplePath} download>
          an example file
        </a>
        , or with an export of what is in the calendar.
      </p>
      <Details summaryText="The columns of a CSV file">
        <p class="govuk-body">
          The order does not matter. A column that is left out changes nothing of events that are in the
          calendar already; an empty cell empties what it stands for.
        </p>
        <ResponsiveTable
          caption="Columns"
          captionClasses="govuk-visually-hidden"
          columns={[
            { key: 'column', heading: 'Column' },
            { key: 'says', heading: 'What stands in it' },
          ]}
          rows={columns.map(([name, words]) => [name, words])}
        />
      </Details>
    </>
  );
}
