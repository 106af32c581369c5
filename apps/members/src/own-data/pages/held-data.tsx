import { InsetText, momentInWords, ResponsiveTable, SummaryList } from '#ui';
import type { HeldSection } from '#platform';
import type { HeldData } from '../collect-data.js';

const names: Readonly<Record<string, string>> = {
  'events-calendar': 'Calendar',
  'conference-registration': 'Conference registration',
  'exhibition-stands': 'Stands',
  'study-visits': 'Visits',
  mailer: 'Mail',
};

/** Everything that is held on a person, kind by kind. */
export function HeldDataView({ data }: { readonly data: HeldData }) {
  return (
    <>
      {data.here.map((section) => (
        <Section section={section} />
      ))}
      {data.elsewhere.map(({ app, sections }) =>
        sections === null ? (
          <>
            <h2 class="govuk-heading-m">{names[app] ?? app}</h2>
            <InsetText>
              This part of the site does not answer at the moment. Try again in a few minutes.
            </InsetText>
          </>
        ) : (
          sections.map((section) => <Section section={section} />)
        ),
      )}
    </>
  );
}

function Section({ section }: { readonly section: HeldSection }) {
  const { title, columns, rows } = section;
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <Rows title={title} columns={columns} rows={rows} />
    </>
  );
}

function Rows({ title, columns, rows }: Pick<HeldSection, 'title' | 'columns' | 'rows'>) {
  const [only] = rows;
  if (only === undefined) return <p class="govuk-body">Nothing.</p>;
  if (rows.length === 1) {
    return (
      <SummaryList
        rows={columns.map(({ key, label }) => ({ key: label, value: inWords(only[key] ?? null) }))}
      />
    );
  }
  return (
    <ResponsiveTable
      caption={title}
      captionClasses="govuk-visually-hidden"
      columns={columns.map(({ key, label }) => ({ key, heading: label }))}
      rows={rows.map((row) => columns.map(({ key }) => inWords(row[key] ?? null)))}
    />
  );
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

function inWords(value: string | number | boolean | null): string {
  if (value === null || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string' && instant.test(value)) return momentInWords(new Date(value));
  return String(value);
}
