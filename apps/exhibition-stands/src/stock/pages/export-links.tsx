import { notFound } from '#platform';
import { sheetFormats, type SheetFormat } from '#sheets';

/** The format that an address ends with. @throws Problem 404 for one that there is not */
export function formatOf(asked: string): SheetFormat {
  const format = sheetFormats.find((each) => each === asked);
  if (format === undefined) {
    throw notFound('There is no such file. It can be had as CSV and as a spreadsheet.');
  }
  return format;
}

/** The ways to take out what a page shows. @param what "this table" */
export function ExportLinks({ what, path }: { readonly what: string; readonly path: string }) {
  const [base = '', query] = path.split('?', 2);
  const file = (format: SheetFormat) => `${base}/export.${format}${query === undefined ? '' : `?${query}`}`;
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
