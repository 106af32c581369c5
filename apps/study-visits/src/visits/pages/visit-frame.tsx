import type { ComponentChildren } from 'preact';
import { Tag, type TagColour } from '#ui';
import type { Visit, VisitStatus } from '../domain/visit.js';
import { manageVisitPath } from '../addresses.js';
import { groupOf, tabGroups, type VisitTab } from './tabs.js';

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

/** The heading of a visit's pages for staff, the way to its parts, and those of the group that the page is in. */
export function VisitFrame({ visit, heading, current, children }: VisitFrameProps) {
  const group = groupOf(current);
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
        <ul class="cn-sections__names">
          {tabGroups.map(({ name, tabs: [first] }) => (
            <li key={name}>
              <a
                class="govuk-link"
                href={manageVisitPath(visit.id, first.tab)}
                aria-current={name === group.name ? 'true' : undefined}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
        <ul class="cn-choices" aria-label={group.name}>
          {group.tabs.map(({ tab, text }) => (
            <li key={text}>
              <a href={manageVisitPath(visit.id, tab)} aria-current={tab === current ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  );
}
