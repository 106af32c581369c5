import {
  DateInput,
  dateField,
  dateNames,
  dayBoxes,
  field,
  Input,
  Radios,
  readDay,
  Select,
  Textarea,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import type { CountryGroupRow } from '../destination-rule.entity.js';
import type { RuleInput } from '../domain/check-rule.js';
import { authorisationStates, countedFroms, ruleKinds, type RuleKind } from '../domain/rule.js';
import { countedFromWords, kindWords, stateWords } from '../in-words.js';
import type { KeptRule } from '../read-rules.js';

/** The figures of each kind, in the order of the page. */
const figureNames: Readonly<Record<RuleKind, readonly string[]>> = {
  passport: ['needed', 'issuedWithinYears', 'validMonths', 'countedFrom'],
  stay: ['days', 'withinDays'],
  border: ['name'],
  authorisation: ['name', 'state', 'cost'],
  emergency: ['number', 'services'],
};

/** The controls, in the order of the page. Nothing else that is sent is looked at. */
export const ruleNames: readonly string[] = [
  'kind',
  'destination',
  'nationals',
  ...dateNames('validFrom'),
  ...new Set(ruleKinds.flatMap((kind) => figureNames[kind])),
  'note',
  'source',
  ...dateNames('checkedOn'),
];

/** A kind that an address or a form names; `null`: none. */
export const kindFrom = (text: string): RuleKind | null => ruleKinds.find((kind) => kind === text) ?? null;

export function fillRule(rule: KeptRule): SubmittedValues {
  const figures = Object.fromEntries(
    Object.entries(rule.data).map(([name, value]: [string, string | number | boolean | null]) => [
      name,
      name === 'needed' ? (value === true ? 'yes' : 'no') : value === null ? '' : String(value),
    ]),
  );
  return {
    ...figures,
    kind: rule.kind,
    destination: rule.destination,
    nationals: rule.nationals ?? '',
    ...dayBoxes('validFrom', rule.validFrom),
    note: rule.note,
    source: rule.source,
    ...dayBoxes('checkedOn', rule.checkedOn),
  };
}

export const readRule = (values: SubmittedValues): RuleInput => ({
  kind: textIn(values, 'kind'),
  destination: textIn(values, 'destination'),
  nationals: textIn(values, 'nationals'),
  validFrom: readDay(values, 'validFrom', 'the day from which it counts'),
  figures: Object.fromEntries(
    ruleKinds.flatMap((kind) => figureNames[kind]).map((name) => [name, textIn(values, name)]),
  ),
  source: textIn(values, 'source'),
  checkedOn: readDay(values, 'checkedOn', 'the day on which it was checked'),
  note: textIn(values, 'note'),
});

export interface RuleFieldsProps {
  readonly form: Form;
  readonly kind: RuleKind;
  readonly groups: readonly CountryGroupRow[];
}

/** What is asked of a rule. */
export function RuleFields({ form, kind, groups }: RuleFieldsProps) {
  const items = groups.map(({ code, title }) => ({ value: code, text: title }));
  return (
    <>
      <Select {...field(form, 'destination')} label="For whoever travels to" items={items} />
      <Select
        {...field(form, 'nationals')}
        label="With a passport of"
        hint="A rule for some nationals counts before that for everybody else."
        items={[{ value: '', text: 'Everybody else' }, ...items]}
      />
      <Figures form={form} kind={kind} />
      <DateInput
        {...dateField(form, 'validFrom')}
        fieldset={{ legend: { text: 'For whoever enters on or after' } }}
        hint="Of several rules the latest counts that has become valid by the first day of a visit."
      />
      <Textarea {...field(form, 'note')} label="What travellers read besides (optional)" rows={3} />
      <Input
        {...field(form, 'source')}
        label="The official page that says so"
        hint="Its address, beginning with https://."
        type="url"
        autocomplete="off"
      />
      <DateInput
        {...dateField(form, 'checkedOn')}
        fieldset={{ legend: { text: 'You read that page on (optional)' } }}
        hint="Travellers see the day."
      />
    </>
  );
}

function Figures({ form, kind }: Pick<RuleFieldsProps, 'form' | 'kind'>) {
  switch (kind) {
    case 'passport':
      return (
        <>
          <Radios
            {...field(form, 'needed')}
            fieldset={{ legend: { text: 'Is a passport needed?' } }}
            items={[
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No: the figures below do not count' },
            ]}
          />
          <Input
            {...field(form, 'issuedWithinYears')}
            label="Issued less than so many years before entry (optional)"
            classes="govuk-input--width-3"
            inputmode="numeric"
          />
          <Input
            {...field(form, 'validMonths')}
            label="Valid for so many months"
            hint="0 where it has to be valid to the last day, and no longer."
            classes="govuk-input--width-3"
            inputmode="numeric"
          />
          <Radios
            {...field(form, 'countedFrom')}
            fieldset={{ legend: { text: 'The months count' } }}
            items={countedFroms.map((value) => ({ value, text: countedFromWords[value] }))}
          />
        </>
      );
    case 'stay':
      return (
        <>
          <Input
            {...field(form, 'days')}
            label="At most so many days"
            classes="govuk-input--width-3"
            inputmode="numeric"
          />
          <Input
            {...field(form, 'withinDays')}
            label="In any so many"
            classes="govuk-input--width-3"
            inputmode="numeric"
          />
        </>
      );
    case 'border':
      return (
        <Input
          {...field(form, 'name')}
          label="What it is called"
          hint="For example, Entry/Exit System (EES)."
        />
      );
    case 'authorisation':
      return (
        <>
          <Input
            {...field(form, 'name')}
            label="What it is called"
            hint="For example, ETIAS."
            classes="govuk-input--width-20"
          />
          <Radios
            {...field(form, 'state')}
            fieldset={{ legend: { text: 'How far has it come?' } }}
            items={authorisationStates.map((value) => ({ value, text: stateWords[value] }))}
          />
          <Input {...field(form, 'cost')} label="What it costs, and for how long it is good (optional)" />
        </>
      );
    case 'emergency':
      return (
        <>
          <Input
            {...field(form, 'number')}
            label="The number that one rings"
            hint="For example, 112. Others there are can go with what travellers read besides."
            classes="govuk-input--width-5"
            inputmode="tel"
          />
          <Input
            {...field(form, 'services')}
            label="Who answers"
            hint="For example, police, fire and ambulance."
          />
        </>
      );
  }
}

/** What the fields of a new rule begin with. */
export const blankRule = (kind: RuleKind): SubmittedValues => ({
  kind,
  ...(kind === 'passport' && { needed: 'yes', countedFrom: 'leaving' }),
});

/** "a rule about passports" in headings. */
export const newRuleHeading = (kind: RuleKind): string => `Add a rule: ${kindWords[kind].toLowerCase()}`;
