import { field, Input, textIn, type Form, type SubmittedValues } from '#ui';
import type { PersonFactsInput } from '../domain/facts.js';

/** The controls for what is said of a person, in the order of the page. */
export const factNames = ['name', 'preferredName', 'pronouns', 'jobTitle', 'phone'] as const;

/** What is said of a person. They are someone else than the reader, so the browser fills nothing in. */
export function FactsFields({ shown }: { readonly shown: Form }) {
  return (
    <>
      <Input {...field(shown, 'name')} label="Name" hint="As they write it themselves" autocomplete="off" />
      <Input
        {...field(shown, 'preferredName')}
        label="Preferred name (optional)"
        hint="What they like to be called, if it is something else"
        autocomplete="off"
      />
      <Input
        {...field(shown, 'pronouns')}
        label="Pronouns (optional)"
        hint="Only if they have told us, such as they/them"
        classes="govuk-input--width-20"
        autocomplete="off"
      />
      <Input
        {...field(shown, 'jobTitle')}
        label="Job title or office held (optional)"
        hint="Such as Head of Communities, or Leader of the Council"
        autocomplete="off"
      />
      <Input
        {...field(shown, 'phone')}
        label="Phone (optional)"
        type="tel"
        classes="govuk-input--width-20"
        autocomplete="off"
      />
    </>
  );
}

/** What was typed into them. */
export function factsIn(values: SubmittedValues): PersonFactsInput {
  return {
    name: textIn(values, 'name'),
    preferredName: textIn(values, 'preferredName'),
    pronouns: textIn(values, 'pronouns'),
    jobTitle: textIn(values, 'jobTitle'),
    phone: textIn(values, 'phone'),
  };
}
