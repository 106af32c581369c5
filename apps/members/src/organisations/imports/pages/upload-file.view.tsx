import { LatestImports } from '#imports';
import { Button, ErrorSummary, FileUpload } from '#ui';
import { importPath, uploadPath } from '../addresses.js';
import type { OrganisationsImport } from '../import.entity.js';
import { CsvGuide } from './csv-guide.js';
import { organisationsStateInWords } from './words.js';

export interface UploadFileProps {
  readonly errors: readonly string[];
  readonly imports: readonly OrganisationsImport[];
}

export function UploadFileView({ errors, imports }: UploadFileProps) {
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary
          titleText="There is a problem"
          errorList={errors.map((text) => ({ text, href: '#file' }))}
        />
      )}
      <h1 class="govuk-heading-xl">Import organisations</h1>
      <p class="govuk-body">
        Upload a CSV file from a spreadsheet. You see what it would change, row by row, before anything is
        written.
      </p>
      <form method="post" action={uploadPath} encType="multipart/form-data">
        <FileUpload
          name="file"
          label="The file"
          hint="CSV, up to 10 MB and 10,000 organisations"
          accept=".csv,text/csv"
          errorMessage={errors[0]}
        />
        <Button preventDoubleClick>Upload and look at it</Button>
      </form>
      <CsvGuide />
      <LatestImports imports={imports} pathOf={(id) => importPath(id)} inWords={organisationsStateInWords} />
    </>
  );
}
