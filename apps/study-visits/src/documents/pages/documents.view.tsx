import {
  Button,
  EmptyState,
  field,
  FileUpload,
  FormErrors,
  HiddenFields,
  Input,
  momentInWords,
  Radios,
  ResponsiveTable,
  type Form,
} from '#ui';
import { acceptOf } from '#uploads';
import { manageVisitPath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { thingPath } from '../../plans/addresses.js';
import type { DocumentRow } from '../document.entity.js';
import { documentAudiences } from '../domain/audience.js';
import { audienceWords, sizeInWords } from '../in-words.js';
import { documentFiles } from '../keep-documents.js';

export interface DocumentsViewProps {
  readonly visit: Visit;
  readonly documents: readonly DocumentRow[];
  readonly form: Form;
  readonly token: string;
}

export function DocumentsView({ visit, documents, form, token }: DocumentsViewProps) {
  return (
    <>
      <FormErrors form={form} />
      <VisitFrame visit={visit} heading="Documents" current="documents">
        {documents.length === 0 ? (
          <EmptyState titleText="No documents yet">
            <p class="govuk-body">
              Keep what you need again here: the hotel’s contract, quotations, the programme. Each says who
              may have it.
            </p>
          </EmptyState>
        ) : (
          <ResponsiveTable
            caption="Documents, by name"
            captionClasses="govuk-visually-hidden"
            columns={[
              { key: 'name', heading: 'Document' },
              { key: 'audience', heading: 'Who may have it' },
              { key: 'size', heading: 'Size', format: 'numeric' },
              { key: 'at', heading: 'Kept since' },
              { key: 'delete', heading: 'Delete' },
            ]}
            rows={documents.map((document) => [
              <Name document={document} visit={visit} />,
              audienceWords[document.audience],
              sizeInWords(document.size),
              momentInWords(document.uploadedAt),
              <a class="govuk-link" href={thingPath(visit.id, 'documents', document.id, 'delete')}>
                Delete<span class="govuk-visually-hidden">: {document.name}</span>
              </a>,
            ])}
          />
        )}
        <h2 class="govuk-heading-m">Add a document</h2>
        <form
          method="post"
          action={manageVisitPath(visit.id, 'documents')}
          enctype="multipart/form-data"
          novalidate
        >
          <HiddenFields values={{ once: token }} />
          <FileUpload
            {...field(form, 'file')}
            label="File"
            hint="A PDF, a PNG or JPEG picture, or a CSV file of at most 10 MB."
            accept={acceptOf(documentFiles.kinds)}
          />
          <Input
            {...field(form, 'note')}
            label="What it is (optional)"
            hint="For example, The programme, with addresses."
          />
          <Radios
            {...field(form, 'audience')}
            fieldset={{ legend: 'Who may have it?' }}
            items={documentAudiences.map((audience) => ({
              value: audience,
              text: audienceWords[audience],
              hint: audienceHints[audience],
            }))}
          />
          <Button preventDoubleClick>Keep the document</Button>
        </form>
      </VisitFrame>
    </>
  );
}

const audienceHints = {
  staff: 'Nobody else sees that there is such a document.',
  travellers: 'Those who have a place find it on their own page.',
  everyone: 'It stands on the visit’s page once the visit is announced.',
} as const;

interface NameProps {
  readonly document: DocumentRow;
  readonly visit: Visit;
}

function Name({ document, visit }: NameProps) {
  return (
    <>
      <a class="govuk-link" href={manageVisitPath(visit.id, `documents/${document.id}`)} download>
        {document.name}
      </a>
      {document.note !== '' && <p class="cn-quiet cn-flush">{document.note}</p>}
    </>
  );
}
