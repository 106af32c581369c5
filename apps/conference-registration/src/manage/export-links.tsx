import type { SheetFormat } from '#sheets';

export interface ExportLinksProps {
  /** "this list" */
  readonly what: string;
  /** The file's address. */
  readonly file: (format: SheetFormat) => string;
}

/** The ways to take out what a page shows, in a sentence. */
export function ExportLinks({ what, file }: ExportLinksProps) {
  return (
    <p class="govuk-body">
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
