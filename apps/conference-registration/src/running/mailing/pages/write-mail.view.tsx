import { z } from 'zod';
import {
  Button,
  Checkboxes,
  field,
  Input,
  momentInWords,
  plural,
  Radios,
  ResponsiveTable,
  Select,
  Textarea,
  type Form,
} from '#ui';
import type { Catalogue } from '../../../catalogue/domain/catalogue.js';
import type { ConferenceRow } from '../../../conferences/conference.entity.js';
import { manageConferencePath } from '../../../manage/addresses.js';
import { mailingPath } from '../../addresses.js';
import type { ConferenceLogRow } from '../../log/conference-log.entity.js';

export interface WriteMailProps {
  readonly conference: Pick<ConferenceRow, 'id' | 'zone'>;
  readonly catalogue: Catalogue;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly form: Form;
  /** Mails that were sent, the newest first. */
  readonly sent: readonly ConferenceLogRow[];
}

/** To whom a mail goes and what it says. */
export function WriteMailView({ conference, catalogue, organisations, form, sent }: WriteMailProps) {
  const any = { value: '', text: 'Any' };
  return (
    <>
      <form method="post" action={`${manageConferencePath(conference.id, 'mail')}/check`} novalidate>
        <Radios
          {...field(form, 'to')}
          fieldset={{ legend: { text: 'To whom?', classes: 'govuk-fieldset__legend--m' } }}
          items={[
            { value: 'delegates', text: 'Delegates' },
            { value: 'bookers', text: 'Those who booked for them' },
          ]}
        />
        <div class="cn-filters__fields">
          <Select
            {...field(form, 'state')}
            label="Status"
            items={[
              { value: 'confirmed', text: 'Confirmed' },
              { value: 'applied', text: 'To be decided' },
              { value: 'reserve', text: 'On the reserve (delegates only)' },
              { value: 'held', text: 'Filling in their booking (bookers only)' },
              { value: 'cancelled', text: 'Cancelled' },
              { value: 'current', text: 'Anything but cancelled or declined' },
            ]}
          />
          <Select
            {...field(form, 'ticket')}
            label="Ticket or add-on"
            items={[any, ...catalogue.ticketTypes.map(({ id, name }) => ({ value: id, text: name }))]}
          />
          <Select
            {...field(form, 'organisation')}
            label="Organisation"
            items={[any, ...organisations.map(({ id, name }) => ({ value: id, text: name }))]}
          />
        </div>
        <Checkboxes
          {...field(form, 'order')}
          classes="govuk-checkboxes--small"
          items={[{ value: 'missing', text: 'Only where a purchase order is still missing' }]}
        />
        <Checkboxes
          {...field(form, 'paid')}
          classes="govuk-checkboxes--small"
          items={[{ value: 'no', text: 'Only where something is still to be paid' }]}
        />
        <Input {...field(form, 'subject')} label={{ text: 'Subject', classes: 'govuk-label--m' }} />
        <Textarea
          {...field(form, 'text')}
          label={{ text: 'What it says', classes: 'govuk-label--m' }}
          hint="In plain words. An empty line begins a new paragraph."
          rows={10}
        />
        <Button preventDoubleClick>Check it, and to how many it goes</Button>
      </form>
      <Sent sent={sent} zone={conference.zone} />
    </>
  );
}

const details = z.object({ subject: z.string(), readers: z.int() });

function Sent({ sent, zone }: { readonly sent: readonly ConferenceLogRow[]; readonly zone: string }) {
  if (sent.length === 0) return null;
  return (
    <ResponsiveTable
      caption="Sent so far"
      captionClasses="govuk-table__caption--m"
      columns={[
        { key: 'subject', heading: 'Mail' },
        { key: 'readers', heading: 'To' },
        { key: 'when', heading: 'When' },
        { key: 'by', heading: 'By' },
      ]}
      rows={sent.map((line) => {
        const { data } = details.safeParse(line.details);
        return [
          <a class="govuk-link" href={mailingPath(line.id)}>
            {data?.subject ?? 'A mail'}
          </a>,
          plural(data?.readers ?? 0, 'reader'),
          momentInWords(line.at, zone),
          <bdi>{line.actorName ?? line.personName}</bdi>,
        ];
      })}
    />
  );
}
