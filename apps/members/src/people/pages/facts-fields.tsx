import { field, Input, textIn, type Form, type SubmittedValues } from '#ui';
import type { PersonFacts } from '../domain/person.js';
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

/** The same where the person is the reader: the browser may fill in what it knows of them (WCAG 1.3.5). */
export function OwnFactsFields({ shown }: { readonly shown: Form }) {
  return (
    <>
      <Input {...field(shown, 'name')} label="Name" autocomplete="name" />
      <Input
        {...field(shown, 'preferredName')}
        label="Preferred name (optional)"
        hint="What you like to be called, if it is something else"
        autocomplete="nickname"
      />
      <Input
        {...field(shown, 'pronouns')}
        label="Pronouns (optional)"
        hint="If you would like people to know them"
        classes="govuk-input--width-20"
        autocomplete="off"
      />
      <Input
        {...field(shown, 'jobTitle')}
        label="Job title or office held (optional)"
        autocomplete="organization-title"
      />
      <Input
        {...field(shown, 'phone')}
        label="Phone (optional)"
        type="tel"
        classes="govuk-input--width-20"
        autocomplete="tel"
      />
    </>
  );
}

/** What stands in the controls of a record as it is. */
export function factsOf(facts: PersonFacts): SubmittedValues {
  return Object.fromEntries(factNames.map((name) => [name, facts[name] ?? '']));
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
