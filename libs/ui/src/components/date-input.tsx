import { classNames, isPresent, type Attributes, type Maybe } from './content.js';
import type { FieldsetOptions } from './fieldset.js';
import {
  describe,
  FormGroup,
  OptionalFieldset,
  type Described,
  type FormGroupOptions,
} from './form-group.js';
import { Input, type InputProps } from './input.js';

/** One box of a date. */
export interface DatePart {
  /** `day`, `month` or `year` get that part's width and value; put after the group's name prefix. */
  readonly name?: string;
  readonly id?: string;
  /** The name with a capital unless given. */
  readonly label?: string;
  readonly value?: string | number;
  /** Whether this box is marked as wrong. Where no box says so, an error marks them all. */
  readonly error?: boolean;
  readonly inputmode?: InputProps['inputmode'];
  readonly autocomplete?: string;
  readonly pattern?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

export interface DateInputProps extends Omit<Described, 'describedBy'> {
  /** The group's id; the boxes' ids are this, a hyphen and their name. */
  readonly id: string;
  /** Put before the boxes' names with a hyphen. */
  readonly namePrefix?: string;
  readonly day?: DatePart | false;
  readonly month?: DatePart | false;
  readonly year?: DatePart | false;
  /** Boxes other than day, month and year, or those in another order. */
  readonly items?: readonly Maybe<DatePart>[];
  /** By the box's name, with or without the prefix. */
  readonly values?: Readonly<Record<string, string | number | undefined>>;
  readonly fieldset?: FieldsetOptions;
  readonly formGroup?: FormGroupOptions;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

const WIDTHS = { day: 2, month: 2, year: 4 } as const;
const PART_NAMES = ['day', 'month', 'year'] as const;
type PartName = (typeof PART_NAMES)[number];

/** A date in three boxes that a reader knows or can work out. */
export function DateInput(props: DateInputProps) {
  const { describedBy, description } = describe(props.id, {
    ...props,
    describedBy: props.fieldset?.describedBy,
  });
  const standard = {
    day: standardPart(props, 'day'),
    month: standardPart(props, 'month'),
    year: standardPart(props, 'year'),
  };
  const parts = props.items?.length ? props.items : PART_NAMES.map((name) => standard[name]);
  const present = parts.filter(isPresent);
  const markAll = Boolean(props.errorMessage) && !present.some(isMarked);
  return (
    <FormGroup hasError={Boolean(props.errorMessage)} options={props.formGroup}>
      {/* With the role, JAWS reads the description of a fieldset that holds text boxes. */}
      <OptionalFieldset fieldset={props.fieldset} describedBy={describedBy} role="group">
        {description}
        <div class={classNames('govuk-date-input', props.classes)} {...props.attributes} id={props.id}>
          {present.map((part) => (
            <div class="govuk-date-input__item">
              <Input {...partInput(props, part, standard, markAll)} />
            </div>
          ))}
        </div>
      </OptionalFieldset>
    </FormGroup>
  );
}

function standardPart(props: DateInputProps, name: PartName): DatePart | false {
  return props[name] ?? { name, value: props.values?.[name], classes: `govuk-input--width-${WIDTHS[name]}` };
}

function isMarked(part: DatePart): boolean {
  return part.error === true || (part.classes?.includes('govuk-input--error') ?? false);
}

function partInput(
  props: DateInputProps,
  part: DatePart,
  standard: Readonly<Record<PartName, DatePart | false>>,
  markAll: boolean,
): InputProps {
  const known = PART_NAMES.find((name) => {
    const itself = standard[name];
    return part === itself || part.name === name || (itself && itself.name && itself.name === part.name);
  });
  const standing = known === undefined ? undefined : standard[known];
  const shortName = part.name ?? known ?? '';
  const name = props.namePrefix ? `${props.namePrefix}-${shortName}` : shortName;
  const classes = part.classes ?? '';
  const wrong = isMarked(part) || (markAll && part.error !== false);
  return {
    id: part.id ?? `${props.id}-${shortName}`,
    name,
    label: { text: part.label ?? capitalised(shortName), classes: 'govuk-date-input__label' },
    value: part.value ?? (standing ? standing.value : undefined) ?? props.values?.[name],
    classes: classNames(
      'govuk-date-input__input',
      wrong && !classes.includes('govuk-input--error') && 'govuk-input--error',
      !classes.includes('govuk-input--width-') && `govuk-input--width-${known ? WIDTHS[known] : 2}`,
      classes,
    ),
    inputmode: part.inputmode ?? 'numeric',
    autocomplete: part.autocomplete,
    pattern: part.pattern,
    attributes: part.attributes,
  };
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
