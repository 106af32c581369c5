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
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { thingPath } from '../../plans/addresses.js';
import type { DocumentRow } from '../document.entity.js';
import { documentFiles } from '../keep-documents.js';

export interface DocumentsViewProps {
  readonly exhibition: Exhibition;
  readonly documents: readonly DocumentRow[];
  readonly form: Form;
  readonly token: string;
}

export function DocumentsView({ exhibition, documents, form, token }: DocumentsViewProps) {
  return (
    <>
      <FormErrors form={form} />
      <ExhibitionFrame exhibition={exhibition} heading="Documents" current="documents">
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
              <Name document={document} exhibition={exhibition} />,
              sizeInWords(document.size),
              momentInWords(document.uploadedAt),
              <a class="govuk-link" href={thingPath(exhibition.id, 'documents', document.id, 'delete')}>
                Delete<span class="govuk-visually-hidden">: {document.name}</span>
              </a>,
            ])}
          />
        )}
        <h2 class="govuk-heading-m">Add a document</h2>
        <form
          method="post"
          action={manageExhibitionPath(exhibition.id, 'documents')}
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
      </ExhibitionFrame>
    </>
  );
}

interface NameProps {
  readonly document: DocumentRow;
  readonly exhibition: Exhibition;
}

function Name({ document, exhibition }: NameProps) {
  return (
    <>
      <a class="govuk-link" href={manageExhibitionPath(exhibition.id, `documents/${document.id}`)} download>
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
