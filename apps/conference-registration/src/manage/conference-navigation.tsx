import { manageConferencePath, type ConferencePart } from './addresses.js';

interface Part {
  readonly part: ConferencePart | undefined;
  readonly text: string;
}

/** Who comes, and what there is to do about them. */
const running: readonly Part[] = [
  { part: 'dashboard', text: 'Dashboard' },
  { part: 'bookings', text: 'Bookings' },
  { part: 'delegates', text: 'Delegates' },
  { part: 'applications', text: 'Applications' },
  { part: 'waiting-list', text: 'Waiting list' },
  { part: 'needs', text: 'Meals and access' },
  { part: 'mail', text: 'Mail' },
];

/** What it is, and what it offers. */
const settingUp: readonly Part[] = [
  { part: undefined, text: 'Overview' },
  { part: 'tickets', text: 'Tickets and prices' },
  { part: 'allocations', text: 'Free places' },
  { part: 'pools', text: 'Limits' },
  { part: 'codes', text: 'Codes' },
  { part: 'questions', text: 'Questions' },
  { part: 'preview', text: 'Preview' },
  { part: 'history', text: 'History' },
];

export interface ConferenceNavigationProps {
  readonly conferenceId: string;
  /** The part that the page is in; left out for the conference itself. */
  readonly current?: ConferencePart;
}

/** The parts of a conference that staff run and set up, on each of their pages. */
export function ConferenceNavigation({ conferenceId, current }: ConferenceNavigationProps) {
  return (
    <nav aria-label="Parts of this conference">
      {[settingUp, running].map((parts) => (
        <ul key={parts[0]?.text} class="cn-choices">
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
      ))}
    </nav>
  );
}
