import { Details, ResponsiveTable } from '#ui';
import { categories, statuses } from '../../domain/organisation.js';
import { examplePath, exportPath } from '../addresses.js';

/** The columns of a CSV file and what stands in them. */
const columns: readonly (readonly [string, string])[] = [
  [
    'name',
    'Must be there. It finds an organisation however it is written: capitals, accents, “&” and “and” do not matter, and the name on record stays as it is.',
  ],
  [
    'id',
    'Finds an organisation again and lets its name be changed. Leave it as an export has it, and empty for a new one.',
  ],
  ['category', `One of: ${categories.join(', ')}. A new organisation needs one.`],
  ['kind', 'Such as council, charity or co-operative. A new organisation needs one.'],
  ['status', `One of: ${statuses.join(', ')}. New organisations are members where it is empty.`],
  ['reason', 'Why its category or status changes. It is needed for most such changes, and kept.'],
  ['joined, left', 'Days, such as 2019-06-01, 1/6/2019 or 1 June 2019. “since” is read as joined.'],
  [
    'discount_percent, discount_reason, discount_ends',
    'A negotiated discount, such as 25; why; its last day.',
  ],
  ['invoice_email, billing_address', 'Where invoices go.'],
  ['purchase_order_required', 'yes or no.'],
  ['reference', 'The accountable body’s own.'],
  ['domains', 'Of its e-mail addresses, such as rochdale.gov.uk; several with semicolons between.'],
  ['notes', 'For staff.'],
];

export function CsvGuide() {
  return (
    <>
      <p class="govuk-body">
        The first row of the file names the columns; only name must be there. Begin with{' '}
        <a class="govuk-link" href={examplePath} download>
          an example file
        </a>
        , or with{' '}
        <a class="govuk-link" href={`${exportPath}?status=any`} download>
          all that is on record
        </a>
        .
      </p>
      <Details summaryText="The columns of a CSV file">
        <p class="govuk-body">
          The order does not matter, nor do capitals and blanks in the columns’ names. A column that is left
          out changes nothing of organisations that are on record already; an empty cell empties what it
          stands for, but for the name, category, kind and status.
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
