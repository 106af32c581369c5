import type { ComponentChildren } from 'preact';
import { Button, ButtonGroup, Checkboxes, Details, field, Input, InsetText, Radios, type Form } from '#ui';
import type { BookedDelegate, BookingDetails } from '../../booking-page/booking-details.js';
import type { Question } from '../../questions/domain/question.js';
import { QuestionFields } from '../../questions/form/question-fields.js';
import type { TicketChoices } from '../ticket-choices.js';
import { ticketItem } from './ticket-item.js';

interface DelegateFormProps {
  readonly details: BookingDetails;
  readonly own: BookedDelegate;
  readonly form: Form;
  readonly action: string;
  /** `null`: the tickets are not for whoever fills this in to choose. */
  readonly choices: TicketChoices | null;
  /** Those that may come up with the chosen ticket. */
  readonly questions: readonly Question[];
  /** The delegate fills it in themselves. */
  readonly isOwn: boolean;
  /** In the place of the usual ones. */
  readonly buttons?: ComponentChildren;
}

/** Everything about one delegate on one page: details, ticket and add-ons, questions. */
export function DelegateForm(props: DelegateFormProps) {
  const { details, own, form, action, choices, questions, isOwn, buttons } = props;
  const hasFiles = questions.some(({ kind }) => kind === 'file');
  return (
    <form method="post" action={action} enctype={hasFiles ? 'multipart/form-data' : undefined} novalidate>
      <input type="hidden" name="version" value={String(own.delegate.version)} />
      <DetailsFields form={form} isOwn={isOwn} organisationName={details.booking.organisationName} />
      {choices !== null && <OwnTicketFields form={form} choices={choices} own={own} />}
      {questions.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Questions</h2>
          <QuestionFields questions={questions} form={form} kept={own.answers} />
        </>
      )}
      <Withheld details={details} own={own} />
      <ButtonGroup>{buttons ?? <UsualButtons isOwn={isOwn} />}</ButtonGroup>
    </form>
  );
}

/** What is not shown on the form stays as it is. */
function Withheld({ details, own }: Pick<DelegateFormProps, 'details' | 'own'>) {
  const labels = details.catalogue.questions
    .filter(({ id }) => own.withheld.has(id))
    .map(({ label }) => label);
  if (labels.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">Answered in confidence, so not shown here, and kept as it is:</p>
      <ul class="govuk-list govuk-list--bullet">
        {labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </InsetText>
  );
}

function UsualButtons({ isOwn }: { readonly isOwn: boolean }) {
  return (
    <>
      <Button preventDoubleClick>{isOwn ? 'Save my details' : 'Save and continue'}</Button>
      {!isOwn && (
        <Button name="later" value="yes" classes="govuk-button--secondary" preventDoubleClick>
          Save what there is and come back
        </Button>
      )}
    </>
  );
}

interface DetailsFieldsProps {
  readonly form: Form;
  readonly isOwn: boolean;
  readonly organisationName: string;
}

function DetailsFields({ form, isOwn, organisationName }: DetailsFieldsProps) {
  // Only what somebody says of themselves may be filled in by their own browser.
  const fillIn = (token: string) => (isOwn ? token : 'off');
  return (
    <>
      <Input
        {...field(form, 'name')}
        label="Full name"
        hint="As it is to be on the badge."
        autocomplete={fillIn('name')}
        spellcheck={false}
      />
      <Input
        {...field(form, 'email')}
        label="Email address (optional)"
        hint={
          isOwn
            ? 'Where we send what you need to know.'
            : 'Where we send what they need to know. Without one they get no mail from us.'
        }
        type="email"
        autocomplete={fillIn('email')}
        spellcheck={false}
      />
      <Input
        {...field(form, 'phone')}
        label="Telephone number (optional)"
        type="tel"
        classes="govuk-input--width-20"
        autocomplete={fillIn('tel')}
      />
      <Input
        {...field(form, 'jobTitle')}
        label="Job title or role (optional)"
        autocomplete={fillIn('organization-title')}
      />
      <Input
        {...field(form, 'badgeOrganisation')}
        label="Organisation on the badge (optional)"
        hint={organisationName === '' ? undefined : `Without one it says ${organisationName}.`}
        autocomplete={fillIn('organization')}
      />
    </>
  );
}

/** The same for somebody who has a ticket: the others are folded away, as most keep what was booked for them. */
function OwnTicketFields({
  form,
  choices,
  own,
}: Pick<DelegateFormProps, 'form' | 'own'> & {
  readonly choices: TicketChoices;
}) {
  const ticket = field(form, 'ticketTypeId');
  const chosen = choices.tickets.find(({ ticketType }) => ticketType.id === own.ticket?.ticketType.id);
  if (chosen === undefined || choices.tickets.length < 2)
    return <TicketFields form={form} choices={choices} />;
  const isKept = ticket.value === chosen.ticketType.id && ticket.errorMessage === undefined;
  return (
    <>
      <h2 class="govuk-heading-m">Ticket</h2>
      <p class="govuk-body">
        {chosen.ticketType.name}: {chosen.price}
      </p>
      <Details summaryText="Choose another ticket" open={!isKept}>
        <Radios
          {...ticket}
          fieldset={{ legend: { text: 'Ticket', classes: 'govuk-visually-hidden' } }}
          items={choices.tickets.map(ticketItem)}
        />
      </Details>
      <AddOnFields form={form} choices={choices} />
    </>
  );
}

/** Which ticket, and what is added to it. */
export function TicketFields({ form, choices }: { readonly form: Form; readonly choices: TicketChoices }) {
  const [only, ...others] = choices.tickets;
  return (
    <>
      {only !== undefined && others.length === 0 ? (
        <>
          <input type="hidden" name="ticketTypeId" value={only.ticketType.id} />
          <p class="govuk-body">
            <strong>Ticket:</strong> {only.ticketType.name} ({only.price})
          </p>
        </>
      ) : (
        <Radios
          {...field(form, 'ticketTypeId')}
          fieldset={{ legend: { text: 'Ticket', classes: 'govuk-fieldset__legend--m' } }}
          items={choices.tickets.map(ticketItem)}
        />
      )}
      <AddOnFields form={form} choices={choices} />
    </>
  );
}

function AddOnFields({ form, choices }: { readonly form: Form; readonly choices: TicketChoices }) {
  if (choices.addOns.length === 0) return null;
  return (
    <Checkboxes
      {...field(form, 'addOnIds')}
      fieldset={{ legend: { text: 'Add to the ticket (optional)', classes: 'govuk-fieldset__legend--m' } }}
      items={choices.addOns.map(ticketItem)}
    />
  );
}
