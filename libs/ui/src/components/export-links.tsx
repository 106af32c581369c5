/** The forms in which lists are taken out. */
type Format = 'csv' | 'xlsx';

export interface ExportLinksProps {
  /** "this list" */
  readonly what: string;
  /** The file's address. */
  readonly file: (format: Format) => string;
}

/** The ways to take out what a page shows, in a sentence. */
export function ExportLinks({ what, file }: ExportLinksProps) {
  return (
    <p class="govuk-body cn-no-print">
      <a class="govuk-link" href={file('csv')} download>
        Export {what} as CSV
      </a>{' '}
      or{' '}
      <a class="govuk-link" href={file('xlsx')} download>
        <span class="govuk-visually-hidden">export {what} </span>as a spreadsheet
      </a>
    </p>
  );
}

/** Where the file of a page is: `<page>/export.csv`, with the page's own query. */
export function exportOf(page: string): ExportLinksProps['file'] {
  const [base = '', query] = page.split('?', 2);
  return (format) => `${base}/export.${format}${query === undefined ? '' : `?${query}`}`;
}
