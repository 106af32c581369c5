import { SummaryList } from '#ui';

/** When people may expect a change to arrive; none of it is in our hands. */
export function HowOften() {
  return (
    <section aria-labelledby="how-often">
      <h2 class="govuk-heading-m" id="how-often">
        How soon changes arrive
      </h2>
      <p class="govuk-body">
        Each calendar looks for changes when it chooses. We ask for every hour; this is what they do:
      </p>
      <SummaryList
        rows={[
          {
            key: 'Google Calendar',
            value: 'After some hours, up to a day. It has no button to look sooner.',
          },
          {
            key: 'Outlook.com and Microsoft 365',
            value: 'Every few hours, sometimes only after a day.',
          },
          {
            key: 'Outlook for Windows',
            value: 'At each send and receive, about every half an hour or hour.',
          },
          {
            key: 'Apple Calendar',
            value:
              'As you set it: on a Mac in the calendar’s own settings, “Auto-refresh”; on an iPhone under Settings, Calendar, Accounts, Fetch New Data.',
          },
        ]}
      />
      <p class="govuk-body">
        If something moves at short notice, the event’s page on this site is always right.
      </p>
    </section>
  );
}
