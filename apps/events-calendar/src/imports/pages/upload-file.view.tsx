import { LatestImports, type Import } from '#imports';
import { Button, Details, ErrorSummary, FileUpload, Select } from '#ui';
import { audiences, eventFormats, eventKinds } from '../../events/domain/event.js';
import { audienceChoices, capitalised, formatInWords, kindInWords } from '../../managing/words.js';
import { importPath, uploadPath } from '../addresses.js';
import type { ImportDefaults } from '../domain/import-row.js';
import { CsvGuide } from './csv-guide.js';
import { statusChoices } from './read-defaults.js';
import { eventsStateInWords } from './words.js';

export interface UploadFileProps {
  readonly defaults: ImportDefaults;
  readonly errors: readonly string[];
  readonly imports: readonly Import[];
}

export function UploadFileView({ defaults, errors, imports }: UploadFileProps) {
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary
          titleText="There is a problem"
          errorList={errors.map((text) => ({ text, href: '#file' }))}
        />
      )}
      <h1 class="govuk-heading-xl">Import events</h1>
      <p class="govuk-body">
        Upload a CSV file from a spreadsheet, or an .ics file from another calendar. You see what it would
        change, row by row, before anything is written.
      </p>
      <form method="post" action={uploadPath} encType="multipart/form-data">
        <FileUpload
          name="file"
          label="The file"
          hint="CSV or .ics, up to 10 MB and 10,000 events"
          accept=".csv,.ics,text/csv,text/calendar"
          errorMessage={errors[0]}
        />
        <Defaults defaults={defaults} />
        <Button preventDoubleClick>Upload and look at it</Button>
      </form>
      <CsvGuide />
      <LatestImports imports={imports} pathOf={(id) => importPath(id)} inWords={eventsStateInWords} />
    </>
  );
}

function Defaults({ defaults }: { readonly defaults: ImportDefaults }) {
  return (
    <Details summaryText="What to take where the file says nothing">
      <p class="govuk-body">
        Calendar files know no kinds and audiences. An event that is in the calendar already keeps its own.
      </p>
      <Select
        name="kind"
        label="Kind"
        value={defaults.kind}
        items={eventKinds.map((kind) => ({ value: kind, text: kindInWords(kind) }))}
      />
      <Select
        name="format"
        label="How people take part"
        value={defaults.format}
        items={eventFormats.map((format) => ({ value: format, text: formatInWords(format) }))}
      />
      <Select
        name="audience"
        label="Who it is for"
        value={defaults.audience}
        items={audiences
          .filter((audience) => audience !== 'board')
          .map((audience) => ({ value: audience, text: audienceChoices[audience] }))}
      />
      <Select
        name="status"
        label="New events are"
        value={defaults.status}
        items={statusChoices.map((status) => ({ value: status, text: capitalised(status) }))}
      />
    </Details>
  );
}
