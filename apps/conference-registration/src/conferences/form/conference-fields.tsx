import { zoneChoices } from '#checks';
import { DateInput, dateField, Details, field, Input, Select, Textarea, textIn, type Form } from '#ui';
import { longestSummary } from '../domain/details.js';
import { mostRefundSteps } from '../domain/refund-steps.js';
import { refundStepName } from './conference-names.js';

export interface ConferenceFieldsProps {
  readonly form: Form;
  /** The names of organisations that a host may be one of. */
  readonly hosts: readonly string[];
  /** Whether its address may still be chosen. */
  readonly isDraft: boolean;
}

/** Every control of a conference's own details, by section. */
export function ConferenceFields({ form, hosts, isDraft }: ConferenceFieldsProps) {
  return (
    <>
      <h2 class="govuk-heading-m">What it is</h2>
      <Input {...field(form, 'title')} label="Title" hint="With its year: “Annual Conference 2027”." />
      {isDraft && (
        <Input
          {...field(form, 'slug')}
          label="Address (optional)"
          hint="Made of the title unless you write one. It stays once the conference is open."
          prefix="/conference/"
          spellcheck={false}
          autocapitalize="none"
        />
      )}
      <Textarea
        {...field(form, 'summary')}
        label="Summary"
        hint={`One or two sentences, for lists and calendars. At most ${longestSummary} characters.`}
        rows={3}
      />
      <h2 class="govuk-heading-m">When and where</h2>
      <When form={form} />
      <Where form={form} hosts={hosts} />
      <h2 class="govuk-heading-m">What people read</h2>
      <Textarea
        {...field(form, 'description')}
        label="Description"
        hint="What it is about and for whom. You can use Markdown: **bold**, lists, links."
        rows={10}
      />
      <Contact form={form} />
      <h2 class="govuk-heading-m">Booking</h2>
      <BookingTimes form={form} />
      <h2 class="govuk-heading-m">If somebody cancels</h2>
      <Refunds form={form} />
      <Textarea
        {...field(form, 'terms')}
        label="Terms"
        hint="What people agree to when they book. You can use Markdown."
        rows={8}
      />
      <h2 class="govuk-heading-m">Time to pay and to answer</h2>
      <Input
        {...field(form, 'paymentDays')}
        label="Days to pay an invoice"
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
      <Input
        {...field(form, 'offerWorkingDays')}
        label="Working days to answer an offer from the waiting list"
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
    </>
  );
}

function When({ form }: { readonly form: Form }) {
  return (
    <>
      <DateInput
        {...dateField(form, 'firstDay')}
        fieldset={{ legend: 'First day' }}
        hint="For example, 8 7 2027."
      />
      <DateInput
        {...dateField(form, 'lastDay')}
        fieldset={{ legend: 'Last day' }}
        hint="Leave it blank if it is one day."
      />
      <Textarea
        {...field(form, 'times')}
        label="Times (optional)"
        hint="One line for each day, such as 9:30am to 5pm. Leave a line blank while its times are not settled."
        rows={3}
      />
      <Select
        {...field(form, 'zone')}
        label="Time zone"
        items={zoneChoices.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }))}
      />
    </>
  );
}

function Where({ form, hosts }: { readonly form: Form; readonly hosts: readonly string[] }) {
  return (
    <>
      <Input
        {...field(form, 'host')}
        label="Host (optional)"
        hint="The organisation that is its host; choose or type it."
        attributes={{ list: 'hosts' }}
      />
      <datalist id="hosts">
        {hosts.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Input
        {...field(form, 'venue.name')}
        label="Venue (optional)"
        hint="Leave it blank while it is not settled."
      />
      <Textarea {...field(form, 'venue.address')} label="Address of the venue (optional)" rows={3} />
    </>
  );
}

function Contact({ form }: { readonly form: Form }) {
  return (
    <>
      <Input
        {...field(form, 'contact.name')}
        label="Whom to ask"
        hint="Everybody sees the name and what follows."
      />
      <Input
        {...field(form, 'contact.email')}
        label="Their email address"
        type="email"
        spellcheck={false}
        autocapitalize="none"
      />
      <Input
        {...field(form, 'contact.phone')}
        label="Their telephone number (optional)"
        type="tel"
        classes="govuk-input--width-20"
      />
    </>
  );
}

interface MomentProps {
  readonly form: Form;
  readonly name: string;
  readonly legend: string;
  readonly hint: string;
  readonly timeHint: string;
}

/** A day and a time. */
function Moment({ form, name, legend, hint, timeHint }: MomentProps) {
  return (
    <>
      <DateInput {...dateField(form, name)} fieldset={{ legend }} hint={hint} />
      <Input
        {...field(form, `${name}.time`)}
        label={
          <>
            Time<span class="govuk-visually-hidden">: {legend}</span> (optional)
          </>
        }
        hint={timeHint}
        classes="govuk-input--width-10"
      />
    </>
  );
}

function BookingTimes({ form }: { readonly form: Form }) {
  return (
    <>
      <Moment
        form={form}
        name="opensAt"
        legend="Booking begins (optional)"
        hint="Leave it blank if people can book as soon as you open the conference."
        timeHint="Such as 9am. Blank means from the beginning of the day."
      />
      <Moment
        form={form}
        name="closesAt"
        legend="Booking ends (optional)"
        hint="Leave it blank if people can book until you close it."
        timeHint="Such as 5pm. Blank means until the end of the day."
      />
      <Moment
        form={form}
        name="changesUntil"
        legend="Bookers can make changes until (optional)"
        hint="After that they ask you. Leave it blank if they can until the conference begins."
        timeHint="Such as 12 noon. Blank means until the end of the day."
      />
    </>
  );
}

/** Rows for the steps that there are and one more, three at least. */
function Refunds({ form }: { readonly form: Form }) {
  const filled = Array.from({ length: mostRefundSteps }, (_, index) => index).filter(
    (index) => textIn(form.values, `${refundStepName(index)}.percent`) !== '',
  );
  const rows = Math.min(mostRefundSteps, Math.max(3, (filled.at(-1) ?? -1) + 2));
  const hasErrors = form.errors.some((error) => error.field.startsWith('refundSteps'));
  return (
    <Details
      summaryText="Steps of refunds: how much is paid back until when"
      open={hasErrors || filled.length > 0}
    >
      <p class="govuk-body">
        The earliest step first. After the last step nothing is paid back; a place can still be given to
        somebody else.
      </p>
      {Array.from({ length: rows }, (_, index) => (
        <fieldset class="govuk-fieldset" key={index}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Step {index + 1}</legend>
          <DateInput
            {...dateField(form, `${refundStepName(index)}.until`)}
            fieldset={{ legend: 'Last day of the step' }}
          />
          <Input
            {...field(form, `${refundStepName(index)}.percent`)}
            label="Paid back of the price"
            suffix="%"
            inputmode="numeric"
            classes="govuk-input--width-3"
          />
        </fieldset>
      ))}
    </Details>
  );
}
