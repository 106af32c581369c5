import { Button, ButtonGroup, field, FileUpload, HiddenFields, Textarea, type Form } from '#ui';
import { visitorsPath } from '../addresses.js';

export interface ImportFormProps {
  readonly exhibitionId: string;
  readonly form: Form;
  readonly once: string;
}

/** A file of visitors, and what they agreed to. */
export function ImportForm({ exhibitionId, form, once }: ImportFormProps) {
  return (
    <form
      method="post"
      action={visitorsPath(exhibitionId, 'import')}
      enctype="multipart/form-data"
      novalidate
    >
      <HiddenFields values={{ once }} />
      <p class="govuk-body">
        A CSV file with the columns <strong>email</strong> and <strong>consent</strong> (yes or no), and,
        where you have them, name, organisation, interests and when (2027-09-26 14:30). At most 10,000 rows.
        Nothing is written before you have looked at what was found.
      </p>
      <FileUpload {...field(form, 'file')} label="File" accept=".csv,text/csv" />
      <Textarea
        {...field(form, 'consentWords')}
        label="What were people shown before they agreed?"
        hint="It is kept with each of them."
        rows={4}
      />
      <ButtonGroup>
        <Button preventDoubleClick>Look at the list</Button>
        <a class="govuk-link" href={visitorsPath(exhibitionId)}>
          Cancel
        </a>
      </ButtonGroup>
    </form>
  );
}
