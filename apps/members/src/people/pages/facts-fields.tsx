import { field, Input, textIn, type Form, type InputProps, type SubmittedValues } from '#ui';
import type { PersonFactsInput } from '../domain/facts.js';
import type { PersonFacts } from '../domain/person.js';

/** The controls for what is said of a person, in the order of the page. */
export const factNames = ['name', 'preferredName', 'pronouns', 'jobTitle', 'phone'] as const;

type FactControl = Pick<InputProps, 'label' | 'type' | 'classes'> & {
  /** For staff who write of somebody else. */
  readonly hint?: string;
  /** For the person themselves, where it is put otherwise. */
  readonly ownHint?: string;
  /** What the browser may fill in for the person themselves (WCAG 1.3.5). */
  readonly autocomplete: string;
};

const controls: Readonly<Record<(typeof factNames)[number], FactControl>> = {
  name: { label: 'Name', hint: 'As they write it themselves', autocomplete: 'name' },
  preferredName: {
    label: 'Preferred name (optional)',
    hint: 'What they like to be called, if it is something else',
    ownHint: 'What you like to be called, if it is something else',
    autocomplete: 'nickname',
  },
  pronouns: {
    label: 'Pronouns (optional)',
    hint: 'Only if they have told us, such as they/them',
    ownHint: 'If you would like people to know them',
    classes: 'govuk-input--width-20',
    autocomplete: 'off',
  },
  jobTitle: {
    label: 'Job title or office held (optional)',
    hint: 'Such as Head of Communities, or Leader of the Council',
    autocomplete: 'organization-title',
  },
  phone: {
    label: 'Phone (optional)',
    type: 'tel',
    classes: 'govuk-input--width-20',
    autocomplete: 'tel',
  },
};

export interface FactsFieldsProps {
  readonly shown: Form;
  /** Whether the person is the reader; of anybody else the browser knows nothing to fill in. */
  readonly isOwn?: boolean;
}

/** What is said of a person. */
export function FactsFields({ shown, isOwn = false }: FactsFieldsProps) {
  return (
    <>
      {factNames.map((name) => {
        const { hint, ownHint, autocomplete, ...control } = controls[name];
        return (
          <Input
            key={name}
            {...field(shown, name)}
            {...control}
            hint={isOwn ? ownHint : hint}
            autocomplete={isOwn ? autocomplete : 'off'}
          />
        );
      })}
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
