import { Button, field, FormErrors, Input, Paragraphs, Radios, SummaryList, Textarea, type Form } from '#ui';
import { whereOf } from '../../team/exhibition-words.js';
import { guestCalendarPath, invitationPath } from '../addresses.js';
import type { EventGuestRow } from '../guests/event-guest.entity.js';
import { whenOfEvent } from '../in-words.js';
import type { PlannedEvent } from '../read-events.js';

export interface InvitationViewProps {
  readonly guest: EventGuestRow;
  readonly event: PlannedEvent;
  readonly form: Form;
  /** The guest’s own. */
  readonly secret: string;
}

/** What a guest is invited to, and their answer. */
export function InvitationView({ guest, event: { row, exhibition }, form, secret }: InvitationViewProps) {
  const { plusOnesAllowed } = guest;
  return (
    <>
      <FormErrors form={form} />
      <span class="govuk-caption-xl">{exhibition.title}</span>
      <h1 class="govuk-heading-xl">{row.title}</h1>
      {row.status === 'cancelled' && (
        <div class="cn-status cn-status--cancelled">
          <p class="cn-status__title">Called off</p>
          <p>{row.statusReason ?? 'It does not take place.'}</p>
        </div>
      )}
      <SummaryList
        rows={[
          { key: 'Invited', value: <bdi>{guest.name}</bdi> },
          { key: 'When', value: whenOfEvent(row, exhibition.zone) },
          { key: 'Where', value: whereOf(exhibition) },
          row.hostName !== null && { key: 'Who invites', value: row.hostName },
          row.summary !== '' && { key: 'About', value: <Paragraphs text={row.summary} /> },
        ]}
      />
      {row.status !== 'cancelled' && guest.status !== 'not-coming' && (
        <p class="govuk-body">
          <a class="govuk-link" href={guestCalendarPath(secret)}>
            Add it to your calendar
          </a>
        </p>
      )}
      {row.status !== 'cancelled' && (
        <form method="post" action={invitationPath(secret)} novalidate>
          <Radios
            {...field(form, 'answer')}
            fieldset={{ legend: { text: 'Are you coming?', classes: 'govuk-fieldset__legend--m' } }}
            items={[
              { value: 'coming', text: 'Yes, I am coming' },
              { value: 'not-coming', text: 'No, I cannot come' },
            ]}
          />
          {plusOnesAllowed > 0 && (
            <Input
              {...field(form, 'plusOnes')}
              label="How many do you bring?"
              hint={`You may bring ${plusOnesAllowed} at most. Do not count yourself.`}
              classes="govuk-input--width-3"
              inputmode="numeric"
            />
          )}
          <Textarea
            {...field(form, 'dietary')}
            label="What you do not eat (optional)"
            hint="Yours and that of whom you bring. Only the hosts and the network’s staff see it, and it is deleted a week after the event."
            rows={3}
          />
          <Button preventDoubleClick>Send the answer</Button>
          <p class="govuk-body">You can change it with the same link until the event begins.</p>
        </form>
      )}
    </>
  );
}
