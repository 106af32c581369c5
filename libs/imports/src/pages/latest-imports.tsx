import { EmptyState, momentInWords, ResponsiveTable } from '#ui';
import { keptForDays, type Import } from '../import-record.js';

export interface LatestImportsProps<Each extends Import> {
  /** The newest first. */
  readonly imports: readonly Each[];
  /** Where an import's page is. */
  pathOf(this: void, id: string): string;
  /** What came of it so far. */
  inWords(this: void, each: Each): string;
}

/** The files that staff have uploaded lately. */
export function LatestImports<Each extends Import>({ imports, pathOf, inWords }: LatestImportsProps<Each>) {
  return (
    <>
      <h2 class="govuk-heading-m">Imports of the last {keptForDays} days</h2>
      {imports.length === 0 ? (
        <EmptyState titleText="No imports yet" headingLevel={3}>
          <p class="govuk-body">Files that you and your colleagues upload are listed here.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="Imports, the newest first"
          captionClasses="govuk-visually-hidden"
          columns={[
            { key: 'file', heading: 'File' },
            { key: 'when', heading: 'Uploaded' },
            { key: 'who', heading: 'By' },
            { key: 'state', heading: 'What came of it' },
          ]}
          rows={imports.map((each) => [
            <a class="govuk-link" href={pathOf(each.id)}>
              {each.fileName}
            </a>,
            momentInWords(each.createdAt),
            each.personName,
            inWords(each),
          ])}
        />
      )}
    </>
  );
}
