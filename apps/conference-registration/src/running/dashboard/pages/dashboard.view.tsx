import {
  Details,
  FilterForm,
  Input,
  LinePlot,
  moneyInWords,
  PlacesPlot,
  plural,
  ResponsiveTable,
  SummaryList,
} from '#ui';
import { manageConferencePath } from '../../../manage/addresses.js';
import { invoicesPath, moneyPath } from '../../../money/addresses.js';
import { searchPath } from '../../addresses.js';
import { attentionFor, type AttentionPart } from '../attention.js';
import type { OverTime } from '../domain/over-time.js';
import type { Dashboard } from '../read-dashboard.js';

export interface DashboardProps {
  readonly conferenceId: string;
  readonly dashboard: Dashboard;
  readonly overTime: OverTime;
}

export function DashboardView({ conferenceId, dashboard, overTime }: DashboardProps) {
  return (
    <>
      <ToDo conferenceId={conferenceId} dashboard={dashboard} />
      <FilterForm action={searchPath} label="All conferences" show="Search" all={null}>
        <Input
          name="q"
          type="search"
          label="Find a person, a phone number, an organisation, a reference, a code or an invoice in any conference"
        />
      </FilterForm>
      <Places dashboard={dashboard} />
      <Booked conferenceId={conferenceId} dashboard={dashboard} overTime={overTime} />
      <Money conferenceId={conferenceId} dashboard={dashboard} />
    </>
  );
}

function addressOf(conferenceId: string, part: AttentionPart): string {
  if (part === 'invoices') return `${invoicesPath}?state=overdue&occasion=${conferenceId}`;
  const path = manageConferencePath(conferenceId, part);
  if (part === 'bookings') return `${path}?order=missing`;
  return part === 'delegates' ? `${path}?q=An+erased+person&state=confirmed` : path;
}

function ToDo({ conferenceId, dashboard }: Omit<DashboardProps, 'overTime'>) {
  const attention = attentionFor(dashboard.toSeeTo);
  return (
    <section aria-labelledby="to-do">
      <h2 class="govuk-heading-m" id="to-do">
        What needs you
      </h2>
      {attention.length === 0 ? (
        <p class="govuk-body">Nothing: no application, no overdue invoice, no missing purchase order.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {attention.map(({ text, part }) => (
            <li key={text}>
              <a class="govuk-link" href={addressOf(conferenceId, part)}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Places({ dashboard: { pools } }: Pick<DashboardProps, 'dashboard'>) {
  const shared = pools.filter(({ perOrganisation }) => !perOrganisation);
  const own = pools.filter(({ perOrganisation }) => perOrganisation);
  return (
    <>
      <h2 class="govuk-heading-m">Places</h2>
      {pools.length === 0 && <p class="govuk-body">This conference has no limits: anybody can book.</p>}
      {shared.length > 0 && (
        <PlacesPlot
          id="places"
          title="Places by limit"
          description="How much of each limit is taken, held, reserved and free. The table beneath has the same numbers."
          caption="Places by limit"
          pools={shared}
        />
      )}
      {own.length > 0 && (
        <ResponsiveTable
          caption="Limits of each organisation"
          captionClasses="govuk-table__caption--s"
          columns={[
            { key: 'name', heading: 'Limit' },
            { key: 'capacity', heading: 'For each', format: 'numeric' },
            { key: 'most', heading: 'The most that one has', format: 'numeric' },
          ]}
          rows={own.map(({ name, capacity, taken, held, reserved }) => [
            name,
            String(capacity),
            String(taken + held + reserved),
          ])}
        />
      )}
    </>
  );
}

function Booked({ conferenceId, dashboard, overTime }: DashboardProps) {
  const { bookings, delegates, heldBookings } = dashboard;
  return (
    <>
      <h2 class="govuk-heading-m">Bookings</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`${manageConferencePath(conferenceId, 'bookings')}?state=confirmed`}>
          {plural(bookings, 'confirmed booking')}
        </a>{' '}
        with{' '}
        <a class="govuk-link" href={`${manageConferencePath(conferenceId, 'delegates')}?state=confirmed`}>
          {plural(delegates, 'delegate')}
        </a>
        {heldBookings > 0 && `; ${plural(heldBookings, 'booking')} being filled in just now`}.
      </p>
      {overTime.labels.length > 1 && (
        <>
          <LinePlot
            id="over-time"
            title="Bookings and delegates over time"
            description="What is confirmed now, by the day on which it was booked, added up. The table beneath has the same numbers."
            labels={overTime.labels}
            series={[
              { name: 'Delegates', values: overTime.delegates },
              { name: 'Bookings', values: overTime.bookings },
            ]}
          />
          <Details summaryText="The same numbers as a table">
            <ResponsiveTable
              caption="Booked by the end of each day"
              captionClasses="govuk-table__caption--s"
              columns={[
                { key: 'day', heading: 'Day' },
                { key: 'bookings', heading: 'Bookings', format: 'numeric' },
                { key: 'delegates', heading: 'Delegates', format: 'numeric' },
              ]}
              rows={overTime.labels.map((label, index) => [
                label,
                String(overTime.bookings[index] ?? 0),
                String(overTime.delegates[index] ?? 0),
              ])}
            />
          </Details>
        </>
      )}
    </>
  );
}

function Money({ conferenceId, dashboard: { money } }: Omit<DashboardProps, 'overTime'>) {
  return (
    <>
      <h2 class="govuk-heading-m">Money</h2>
      <SummaryList
        rows={[
          { key: 'Invoiced', value: moneyInWords(money.invoiced) },
          { key: 'Credited', value: moneyInWords(money.credited) },
          { key: 'Received', value: moneyInWords(money.received) },
          { key: 'Outstanding', value: moneyInWords(money.outstanding) },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`${moneyPath}?occasion=${conferenceId}`}>
          See who owes what
        </a>
      </p>
    </>
  );
}
