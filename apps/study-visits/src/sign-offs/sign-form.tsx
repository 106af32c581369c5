import { Checkboxes, field, Input, textIn, type Form, type SubmittedValues } from '#ui';
import type { SignatureInput } from './sign-offs.js';

/** The controls of a signature, in the order of the page. */
export const signNames: readonly string[] = ['role', 'agrees'];

/** @param sent all that the form sent: the digest of what was shown goes along unseen */
export const readSignature = (sent: SubmittedValues): SignatureInput => ({
  seen: textIn(sent, 'seen'),
  role: textIn(sent, 'role'),
  agrees: textIn(sent, 'agrees') === 'yes',
});

export interface SignFieldsProps {
  readonly form: Form;
  readonly name: string;
  /** What is agreed to: "I have read this risk assessment, and it is right and enough." */
  readonly agreement: string;
}

export function SignFields({ form, name, agreement }: SignFieldsProps) {
  return (
    <>
      <p class="govuk-body">
        You sign as <strong>{name}</strong>. Your name stands below it from now on.
      </p>
      <Input {...field(form, 'role')} label="Your part" hint="As what you sign: Head of operations." />
      <Checkboxes
        {...field(form, 'agrees')}
        fieldset={{ legend: 'Do you stand by it?' }}
        items={[{ value: 'yes', text: agreement }]}
      />
    </>
  );
}
