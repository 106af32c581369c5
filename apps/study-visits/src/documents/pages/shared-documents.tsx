import type { DocumentRow } from '../document.entity.js';
import { sizeInWords } from '../in-words.js';

export interface SharedDocumentsProps {
  readonly documents: readonly DocumentRow[];
  /** Where each is to be had. */
  readonly path: (id: string) => string;
}

/** Documents for those who are not staff; nothing where there are none. */
export function SharedDocuments({ documents, path }: SharedDocumentsProps) {
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 class="govuk-heading-l" id="documents">
        Documents
      </h2>
      <ul class="govuk-list">
        {documents.map(({ id, name, note, size }) => (
          <li key={id}>
            <a class="govuk-link" href={path(id)} download>
              {note === '' ? name : note}
            </a>{' '}
            <span class="cn-quiet">
              ({note === '' ? sizeInWords(size) : `${name}, ${sizeInWords(size)}`})
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
