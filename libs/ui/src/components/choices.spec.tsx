import { Checkboxes, type CheckboxesProps } from './checkboxes.js';
import type { Choice } from './choice-item.js';
import type { Maybe } from './content.js';
import { DateInput, type DateInputProps } from './date-input.js';
import type { FieldsetOptions } from './fieldset.js';
import { Radios, type RadiosProps } from './radios.js';
import {
  content,
  describeFixtures,
  withContent,
  withContentIfAny,
  type FixtureText,
} from './testing/fixtures.js';

interface GroupOptions {
  readonly hint?: FixtureText;
  readonly errorMessage?: FixtureText;
  readonly fieldset?: Omit<FieldsetOptions, 'legend'> & { readonly legend?: FixtureText };
}

interface ChoiceOptions extends Omit<Choice, 'text' | 'hint' | 'conditional'> {
  readonly text?: string;
  readonly html?: string;
  readonly divider?: string;
  readonly hint?: FixtureText;
  readonly conditional?: { readonly html?: string | false };
}

type Given<Props> = Omit<Props, 'items' | keyof GroupOptions> &
  GroupOptions & { readonly items: readonly Maybe<ChoiceOptions>[] };

function group({ hint, errorMessage, fieldset }: GroupOptions) {
  return {
    hint: withContentIfAny(hint),
    errorMessage: withContentIfAny(errorMessage),
    fieldset: fieldset && { ...fieldset, legend: withContentIfAny(fieldset.legend) },
  };
}

function choices(items: readonly Maybe<ChoiceOptions>[]) {
  return items.map((item) => {
    if (!item) return item;
    if (item.divider !== undefined) return { divider: item.divider };
    const { conditional } = item;
    return {
      ...withContent(item),
      hint: withContentIfAny(item.hint),
      conditional: conditional?.html ? content({ html: conditional.html }) : undefined,
    };
  });
}

describeFixtures('radios', (options: Given<RadiosProps>) => (
  <Radios {...options} {...group(options)} items={choices(options.items)} />
));
describeFixtures('checkboxes', (options: Given<CheckboxesProps>) => (
  <Checkboxes {...options} {...group(options)} items={choices(options.items)} />
));
describeFixtures('date-input', (options: Omit<DateInputProps, keyof GroupOptions> & GroupOptions) => (
  <DateInput {...options} {...group(options)} />
));
