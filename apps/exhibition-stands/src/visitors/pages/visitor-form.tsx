import {
  Button,
  Checkboxes,
  field,
  HiddenFields,
  Input,
  textIn,
  Textarea,
  type Form,
  type SubmittedValues,
} from '#ui';
import { consentWords, type VisitorInput } from '../domain/visitor.js';
import type { Recorded } from '../record-visitor.js';

/** The controls of a visitor, in the order of the page. */
export const visitorNames = ['consent', 'name', 'email', 'organisationName', 'interests'] as const;

export const readVisitor = (values: SubmittedValues): VisitorInput => ({
  name: textIn(values, 'name'),
  email: textIn(values, 'email'),
  organisationName: textIn(values, 'organisationName'),
  interests: textIn(values, 'interests'),
  hasAgreed: textIn(values, 'consent') === 'yes',
});

export const recordedWords: Readonly<Record<Recorded['as'], string>> = {
  agreed: 'They are on the list. Ready for the next.',
  known: 'They are on the list already, so this visit is only counted.',
  counted: 'Counted, and nothing else is kept. Ready for the next.',
};

export interface VisitorFormProps {
  readonly form: Form;
  readonly action: string;
  readonly once: string;
}

/** One press counts somebody; whoever wants to hear more agrees first. */
export function VisitorForm({ form, action, once }: VisitorFormProps) {
  return (
    <>
      <form method="post" action={action} novalidate>
        <HiddenFields values={{ once: `${once}-count` }} />
        <Button preventDoubleClick classes="govuk-button--secondary">
          Somebody stopped by: only count
        </Button>
      </form>
      <h2 class="govuk-heading-m">They want to hear more</h2>
      <form method="post" action={action} novalidate>
        <HiddenFields values={{ once }} />
        <Checkboxes
          {...field(form, 'consent')}
          fieldset={{ legend: { text: 'Let them read this', classes: 'govuk-fieldset__legend--s' } }}
          hint="Without it nothing is kept but that somebody stopped by."
          items={[{ value: 'yes', text: consentWords }]}
        />
        <Input {...field(form, 'name')} label="Name" autocomplete="off" />
        <Input
          {...field(form, 'email')}
          label="Email address"
          type="email"
          autocomplete="off"
          spellcheck={false}
          autocapitalize="none"
        />
        <Input {...field(form, 'organisationName')} label="Organisation (optional)" autocomplete="off" />
        <Textarea {...field(form, 'interests')} label="What interests them (optional)" rows={2} />
        <Button preventDoubleClick>Write them down</Button>
      </form>
    </>
  );
}
