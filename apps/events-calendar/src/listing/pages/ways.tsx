import { Breadcrumbs } from '#ui';
import { filteredAddress, type Filter } from '../domain/filter.js';

const ways = [
  { name: 'What’s on', path: '/calendar' },
  { name: 'Month by month', path: '/calendar/months' },
  { name: 'Past events', path: '/calendar/archive' },
] as const;

/** The ways to look at the calendar, each with the filter that is set, and subscribing to what it lets through. */
export function Ways({ here, filter }: { readonly here: string; readonly filter: Filter }) {
  return (
    <nav class="cn-ways" aria-label="Ways to see the calendar">
      <ul>
        {ways.map(({ name, path }) => (
          <li key={path}>
            <a
              class="govuk-link"
              href={filteredAddress(path, filter)}
              aria-current={path === here ? 'page' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href={filteredAddress('/calendar/subscribe', filter)}>
            Subscribe
          </a>
        </li>
      </ul>
    </nav>
  );
}

/** The way back from a page of the calendar to the page above it. */
export function BackToCalendar({ to }: { readonly to: { readonly text: string; readonly href: string } }) {
  return <Breadcrumbs items={[{ text: 'Calendar', href: '/calendar' }, to]} />;
}
