import { manageConferencePath, type ConferencePart } from './addresses.js';

const parts = [
  { part: undefined, text: 'Overview' },
  { part: 'tickets', text: 'Tickets and prices' },
  { part: 'allocations', text: 'Free places' },
  { part: 'pools', text: 'Limits' },
  { part: 'codes', text: 'Codes' },
  { part: 'questions', text: 'Questions' },
  { part: 'waiting-list', text: 'Waiting list' },
  { part: 'preview', text: 'Preview' },
  { part: 'history', text: 'History' },
] as const satisfies readonly { readonly part: ConferencePart | undefined; readonly text: string }[];

export interface ConferenceNavigationProps {
  readonly conferenceId: string;
  /** The part that the page is in; left out for the conference itself. */
  readonly current?: ConferencePart;
}

/** The parts of a conference that staff set up, on each of their pages. */
export function ConferenceNavigation({ conferenceId, current }: ConferenceNavigationProps) {
  return (
    <nav aria-label="Parts of this conference">
      <ul class="cn-choices">
        {parts.map(({ part, text }) => (
          <li key={text}>
            <a
              href={manageConferencePath(conferenceId, part)}
              aria-current={part === current ? 'page' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
