import { learningPath } from '../addresses.js';
import type { PublishedNote } from '../read-notes.js';

export interface BroughtHomeProps {
  readonly slug: string;
  readonly notes: readonly PublishedNote[];
}

/** What travellers learned, by its headings, for the visit’s own page; nothing where nothing is published. */
export function BroughtHome({ slug, notes }: BroughtHomeProps) {
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="learned">
      <h2 class="govuk-heading-l" id="learned">
        What travellers learned
      </h2>
      <ul class="govuk-list">
        {notes.map(({ title, signature }, index) => (
          <li key={index}>
            <a class="govuk-link" href={`${learningPath(slug)}#note-${index + 1}`}>
              {title}
            </a>
            {signature !== '' && (
              <>
                <br />
                <bdi>{signature}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
