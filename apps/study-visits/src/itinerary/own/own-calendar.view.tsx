import type { SubscribeLinks } from '#icalendar';
import { Button, HiddenFields, Input } from '#ui';

export interface OwnCalendarViewProps {
  /** Where the form is sent. */
  readonly path: string;
  /** Of the present address; 0 for none. */
  readonly number: number;
  /** `null`: there is no address yet. */
  readonly links: SubscribeLinks | null;
}

/** How a traveller has their days in their own calendar. */
export function OwnCalendarView({ path, number, links }: OwnCalendarViewProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Your days in your own calendar</h1>
      <p class="govuk-body">
        Your calendar shows what is planned for you, each thing at its time there, and follows when something
        is moved or called off. Calendars look again every few hours, Google’s up to once a day: on the day
        itself, go by your page and the mails.
      </p>
      {links !== null && (
        <>
          <ul class="govuk-list govuk-list--bullet">
            {[
              ['Outlook at work (Microsoft 365)', links.outlookOffice],
              ['Outlook.com', links.outlookLive],
              ['Google Calendar', links.google],
              ['Apple, or another program', links.webcal],
            ].map(([words, href]) => (
              <li key={words}>
                <a class="govuk-link" href={href} rel="noopener">
                  {words}
                </a>
              </li>
            ))}
          </ul>
          <Input
            name="address"
            id="address"
            label="Or copy this address into your calendar"
            hint="Whoever has it can read your days, but not your own page."
            value={links.address}
            spellcheck={false}
            attributes={{ readonly: true }}
          />
        </>
      )}
      <form method="post" action={path}>
        <HiddenFields values={{ version: String(number) }} />
        {links !== null && (
          <p class="govuk-body">
            If somebody else has the address, make a new one. Your calendar has to be given the new one then.
          </p>
        )}
        <Button preventDoubleClick {...(links !== null && { classes: 'govuk-button--secondary' })}>
          {links === null ? 'Make an address for my calendar' : 'Make a new address'}
        </Button>
      </form>
    </>
  );
}
