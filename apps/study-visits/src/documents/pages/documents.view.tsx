import {
  Button,
  EmptyState,
  field,
  FileUpload,
  FormErrors,
  HiddenFields,
  Input,
  momentInWords,
  numberInWords,
  ResponsiveTable,
  type Form,
} from '#ui';
import { acceptOf } from '#uploads';
import { manageVisitPath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { thingPath } from '../../plans/addresses.js';
import type { DocumentRow } from '../document.entity.js';
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
            <p class="govuk-body">Keep what you need again here: the contract, the host’s manual, artwork.</p>
          </EmptyState>
        ) : (
          <ResponsiveTable
            caption="Documents, by name"
            captionClasses="govuk-visually-hidden"
            columns={[
              { key: 'name', heading: 'Document' },
              { key: 'size', heading: 'Size', format: 'numeric' },
              { key: 'at', heading: 'Kept since' },
              { key: 'delete', heading: 'Delete' },
            ]}
            rows={documents.map((document) => [
              <Name document={document} visit={visit} />,
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
            hint="For example, The hall’s plan."
          />
          <Button preventDoubleClick>Keep the document</Button>
        </form>
      </VisitFrame>
    </>
  );
}

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

/** "1.2 MB", "340 KB" @param bytes how large */
function sizeInWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1000 ? `${numberInWords(kilobytes)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
