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
            value: 'Usually every half an hour, when it sends and receives.',
          },
          {
            key: 'Apple Calendar',
            value: 'As often as you set it, from every five minutes to once a week.',
          },
        ]}
      />
      <p class="govuk-body">
        If something moves at short notice, the event’s page on this site is always right.
      </p>
    </section>
  );
}
