import {
  Button,
  Details,
  field,
  FileUpload,
  HiddenFields,
  Radios,
  readToken,
  Textarea,
  type Form,
} from '#ui';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { delegateListPath } from '../addresses.js';
import type { TicketChoice } from '../ticket-choices.js';
import { ticketItem } from './ticket-item.js';

interface DelegateListViewProps {
  readonly open: OpenBooking;
  readonly form: Form;
  readonly tickets: readonly TicketChoice[];
}

/** Where a list of delegates is pasted or uploaded. */
export function DelegateListView({ open, form, tickets }: DelegateListViewProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Name delegates from a list</h1>
      <p class="govuk-body">
        The names fill your places that have none yet. If there are more names than places, we take further
        places for them. Questions are answered afterwards, by you or by the delegates.
      </p>
      <form method="post" action={delegateListPath(open.key)} enctype="multipart/form-data" novalidate>
        <HiddenFields values={{ once: readToken(form.values) }} />
        <Textarea
          {...field(form, 'list')}
          label={{ text: 'Paste the list', classes: 'govuk-label--m' }}
          hint="One delegate on each row: name, email address, telephone, job title, organisation. Rows of a spreadsheet can be pasted as they are, and so can the addresses of a mail."
          rows={8}
          spellcheck={false}
        />
        <Details summaryText="Or upload a file">
          <FileUpload {...field(form, 'file')} label="A CSV file of up to 1 MB" accept=".csv,text/csv" />
        </Details>
        <Radios
          {...field(form, 'ticketTypeId')}
          fieldset={{
            legend: {
              text: 'Ticket for those who are more than your places',
              classes: 'govuk-fieldset__legend--m',
            },
          }}
          items={tickets.map(ticketItem)}
        />
        <Button preventDoubleClick>Take these delegates</Button>
      </form>
    </>
  );
}
