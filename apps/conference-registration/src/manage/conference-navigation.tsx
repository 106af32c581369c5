import { manageConferencePath, type ConferencePart } from './addresses.js';

interface Group {
  readonly name: string;
  readonly parts: readonly Part[];
}

interface Part {
  readonly part: ConferencePart | undefined;
  readonly text: string;
}

/** What it is and what it offers; then who comes, and what there is to do about them. */
const groups: readonly Group[] = [
  {
    name: 'Set up',
    parts: [
      { part: undefined, text: 'Overview' },
      { part: 'tickets', text: 'Tickets and prices' },
      { part: 'allocations', text: 'Free places' },
      { part: 'pools', text: 'Limits' },
      { part: 'codes', text: 'Codes' },
      { part: 'questions', text: 'Questions' },
      { part: 'preview', text: 'Preview' },
      { part: 'history', text: 'History' },
    ],
  },
  {
    name: 'Run',
    parts: [
      { part: 'dashboard', text: 'Dashboard' },
      { part: 'bookings', text: 'Bookings' },
      { part: 'delegates', text: 'Delegates' },
      { part: 'applications', text: 'Applications' },
      { part: 'waiting-list', text: 'Waiting list' },
      { part: 'needs', text: 'Meals and access' },
      { part: 'mail', text: 'Mail' },
    ],
  },
];

export interface ConferenceNavigationProps {
  readonly conferenceId: string;
  /** The part that the page is in; left out for the conference itself. */
  readonly current?: ConferencePart;
}

/** The parts of a conference that staff run and set up, on each of their pages. */
export function ConferenceNavigation({ conferenceId, current }: ConferenceNavigationProps) {
  return (
    <nav class="cn-sections" aria-label="Parts of this conference">
      {groups.map(({ name, parts }, index) => (
        <div key={name} class="cn-sections__group">
          <span class="cn-sections__name" id={`parts-${index}`}>
            {name}
          </span>
          <ul class="cn-choices" aria-labelledby={`parts-${index}`}>
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
        </div>
      ))}
    </nav>
  );
}
