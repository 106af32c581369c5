import type { ComponentChildren } from 'preact';
import { Tag, type TagColour } from '#ui';
import type { Exhibition, ExhibitionStatus } from '../domain/exhibition.js';
import { manageExhibitionPath } from '../addresses.js';
import { tabGroups, type ExhibitionTab } from './tabs.js';

const tags: Readonly<Record<ExhibitionStatus, { readonly text: string; readonly colour: TagColour }>> = {
  draft: { text: 'Draft', colour: 'grey' },
  published: { text: 'Published', colour: 'green' },
  over: { text: 'Over', colour: 'grey' },
  cancelled: { text: 'Cancelled', colour: 'red' },
};

export function ExhibitionStatusTag({ status }: { readonly status: ExhibitionStatus }) {
  const { text, colour } = tags[status];
  return <Tag colour={colour}>{text}</Tag>;
}

export interface ExhibitionFrameProps {
  readonly exhibition: Pick<Exhibition, 'id' | 'title' | 'status'>;
  /** The page's heading; the exhibition's title unless given. */
  readonly heading?: string;
  /** The part that the page is in; left out for the exhibition itself. */
  readonly current?: ExhibitionTab;
  readonly children: ComponentChildren;
}

/** The heading of an exhibition's pages for staff, and the way to its parts. */
export function ExhibitionFrame({ exhibition, heading, current, children }: ExhibitionFrameProps) {
  return (
    <>
      {heading !== undefined && <span class="govuk-caption-xl">{exhibition.title}</span>}
      <h1 class="govuk-heading-xl">{heading ?? exhibition.title}</h1>
      {heading === undefined && (
        <p class="govuk-body">
          <ExhibitionStatusTag status={exhibition.status} />
        </p>
      )}
      <nav class="cn-sections cn-no-print" aria-label="Parts of this exhibition">
        {tabGroups
          .filter(({ tabs }) => tabs.length > 0)
          .map(({ name, tabs }, index) => (
            <div key={name} class="cn-sections__group">
              <span class="cn-sections__name" id={`parts-${index}`}>
                {name}
              </span>
              <ul class="cn-choices" aria-labelledby={`parts-${index}`}>
                {tabs.map(({ tab, text }) => (
                  <li key={text}>
                    <a
                      href={manageExhibitionPath(exhibition.id, tab)}
                      aria-current={tab === current ? 'page' : undefined}
                    >
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
      </nav>
      {children}
    </>
  );
}
