import type { ComponentChildren } from 'preact';
import { Tag, type TagColour } from '#ui';
import type { Visit, VisitStatus } from '../domain/visit.js';
import { manageVisitPath } from '../addresses.js';
import { tabGroups, type VisitTab } from './tabs.js';

const tags: Readonly<Record<VisitStatus, { readonly text: string; readonly colour: TagColour }>> = {
  draft: { text: 'Draft', colour: 'grey' },
  announced: { text: 'Announced', colour: 'blue' },
  confirmed: { text: 'Confirmed', colour: 'green' },
  over: { text: 'Over', colour: 'grey' },
  cancelled: { text: 'Cancelled', colour: 'red' },
};

export function VisitStatusTag({ status }: { readonly status: VisitStatus }) {
  const { text, colour } = tags[status];
  return <Tag colour={colour}>{text}</Tag>;
}

export interface VisitFrameProps {
  readonly visit: Pick<Visit, 'id' | 'title' | 'status'>;
  /** The page's heading; the visit's title unless given. */
  readonly heading?: string;
  /** The part that the page is in; left out for the visit itself. */
  readonly current?: VisitTab;
  readonly children: ComponentChildren;
}

/** The heading of a visit's pages for staff, and the way to its parts. */
export function VisitFrame({ visit, heading, current, children }: VisitFrameProps) {
  return (
    <>
      {heading !== undefined && <span class="govuk-caption-xl">{visit.title}</span>}
      <h1 class="govuk-heading-xl">{heading ?? visit.title}</h1>
      {heading === undefined && (
        <p class="govuk-body">
          <VisitStatusTag status={visit.status} />
        </p>
      )}
      <nav class="cn-sections cn-no-print" aria-label="Parts of this visit">
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
                      href={manageVisitPath(visit.id, tab)}
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
