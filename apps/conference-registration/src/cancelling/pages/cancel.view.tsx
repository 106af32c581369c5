import {
  Button,
  ButtonGroup,
  Checkboxes,
  field,
  HiddenFields,
  Input,
  InsetText,
  ResponsiveTable,
  Textarea,
  type Form,
} from '#ui';
import { isStaff } from '#platform';
import { currentDelegates, placesOf, type BookedDelegate } from '../../booking-page/booking-details.js';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { RefundRules } from '../../catalogue/pages/refund-rules.js';
import { nameOf } from '../../booking-page/still-missing.js';
import { cancelPath, changeDelegatePath } from '../../changing/addresses.js';
import { backInWords, netAndVat } from '../../changing/change-words.js';
import type { Refund } from '../domain/refund.js';

interface ChooseDelegatesProps {
  readonly open: OpenBooking;
  readonly form: Form;
}

/** Who is to be cancelled. */
export function ChooseDelegatesView({ open, form }: ChooseDelegatesProps) {
  return (
    <form method="get" action={cancelPath(open.key)} novalidate>
      <HiddenFields values={{ choose: 'yes' }} />
      <Checkboxes
        {...field(form, 'delegates')}
        fieldset={{
          legend: {
            text: <h1 class="govuk-fieldset__heading">Whose place is to be cancelled?</h1>,
            classes: 'govuk-fieldset__legend--l',
          },
        }}
        hint="Choose everybody to cancel the whole booking. The next page says what is paid back, before anything is done."
        items={currentDelegates(open).map((booked) => ({
          value: String(booked.delegate.number),
          text: nameOf(booked),
          hint: placesOf(booked)
            .map(({ ticketType }) => ticketType.name)
            .join(', '),
        }))}
      />
      <Button>Continue</Button>
    </form>
  );
}

interface CancelCheckProps extends ChooseDelegatesProps {
  readonly title: string;
  readonly chosen: readonly BookedDelegate[];
  readonly refund: Refund;
  /** Of the refund rules today. */
  readonly percent: number;
  /** Of staff, in its place. */
  readonly other: number | null;
}

/** What cancelling costs, line by line, and the button. */
export function CancelCheckView({ open, title, chosen, refund, percent, other, form }: CancelCheckProps) {
  const { invoiced, back } = refund;
  const lines = new Map(refund.lines.map((line) => [line.placeId, line]));
  const [only] = chosen.length === 1 ? chosen : [];
  return (
    <>
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body">
        {chosen.length === 1 ? 'The place goes' : 'The places go'} to others at once, and cannot be taken
        back. We write to you and to {chosen.length === 1 ? 'the delegate' : 'the delegates'}.
        {only !== undefined && (
          <>
            {' '}
            Somebody else could come instead:{' '}
            <a class="govuk-link" href={changeDelegatePath(open.key, only.delegate.number)}>
              see what can be changed
            </a>
            .
          </>
        )}
      </p>
      <ResponsiveTable
        caption="What is paid back"
        captionClasses="govuk-table__caption--m"
        columns={[
          { key: 'who', heading: 'Delegate' },
          { key: 'what', heading: 'Ticket or add-on' },
          { key: 'cost', heading: 'Invoiced' },
          { key: 'back', heading: 'Paid back' },
        ]}
        rows={chosen.flatMap((booked) =>
          placesOf(booked).map(({ place, ticketType }) => {
            const line = lines.get(place.id);
            const cost = line === undefined || line.invoiced.grossPence === 0 ? null : line;
            return [
              nameOf(booked),
              ticketType.name,
              cost === null ? 'Nothing' : netAndVat(cost.invoiced),
              cost === null ? 'There is nothing to pay back' : backInWords(cost.invoiced, cost.back),
            ];
          }),
        )}
      />
      {other !== null && (
        <InsetText>
          You have chosen {other}% instead of the {percent}% of the refund rules. Press the button again if
          that is right.
        </InsetText>
      )}
      <p class="govuk-body">
        <strong>In all: {capital(backInWords(invoiced, back))}.</strong>{' '}
        {back.grossPence > 0 &&
          'You get a credit note. It is taken off what is still to be paid; anything you have paid already is your credit.'}
      </p>
      {open.catalogue.conference.status !== 'cancelled' && (
        <>
          <p class="govuk-body">The refund rules pay {percent}% back today:</p>
          <RefundRules steps={open.catalogue.conference.refundSteps} />
        </>
      )}
      <form method="post" action={cancelPath(open.key)} novalidate>
        <HiddenFields
          values={{
            delegates: chosen.map(({ delegate }) => String(delegate.number)),
            refund: String(back.grossPence),
            ...(other !== null && { seen: String(other) }),
          }}
        />
        {isStaff(open.actor.identity) && <StaffFields form={form} percent={percent} />}
        <ButtonGroup>
          <Button classes="govuk-button--warning" preventDoubleClick>
            {chosen.length === 1 ? 'Cancel the place' : `Cancel ${chosen.length} places`}
          </Button>
          <a class="govuk-link" href={open.path}>
            Keep {chosen.length === 1 ? 'it' : 'them'}
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}

function StaffFields({ form, percent }: { readonly form: Form; readonly percent: number }) {
  return (
    <>
      <Input
        {...field(form, 'percent')}
        label="Another percentage (optional, staff alone)"
        hint={`The refund rules say ${percent}%. From 0 to 100; leave it empty to keep to the rules.`}
        classes="govuk-input--width-3"
        inputmode="numeric"
        suffix="%"
      />
      <Textarea
        {...field(form, 'reason')}
        label="Reason (needed for another percentage)"
        hint="It stands on the credit note and in the booker’s mail."
        rows={2}
      />
    </>
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
