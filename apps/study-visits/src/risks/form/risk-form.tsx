import {
  DateInput,
  dateField,
  dateNames,
  dayBoxes,
  field,
  Input,
  Radios,
  readDay,
  Textarea,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { levels, type RiskDetails, type RiskInput } from '../domain/risk.js';
import { likelihoodWords, severityWords } from '../in-words.js';

/** The controls of a risk, in the order of the page. */
export const riskNames: readonly string[] = [
  'hazard',
  'atRisk',
  'measures',
  'likelihood',
  'severity',
  'responsible',
  ...dateNames('reviewOn'),
];

export const fillRisk = (risk: RiskDetails): SubmittedValues => ({
  hazard: risk.hazard,
  atRisk: risk.atRisk,
  measures: risk.measures,
  likelihood: String(risk.likelihood),
  severity: String(risk.severity),
  responsible: risk.responsible,
  ...dayBoxes('reviewOn', risk.reviewOn),
});

export const readRisk = (values: SubmittedValues): RiskInput => ({
  hazard: textIn(values, 'hazard'),
  atRisk: textIn(values, 'atRisk'),
  measures: textIn(values, 'measures'),
  likelihood: levelIn(values, 'likelihood'),
  severity: levelIn(values, 'severity'),
  responsible: textIn(values, 'responsible'),
  reviewOn: readDay(values, 'reviewOn', 'the day of the next look'),
});

/** Anything but one of the choices is none. */
const levelIn = (values: SubmittedValues, name: string): number | null =>
  levels.find((level) => String(level) === textIn(values, name).trim()) ?? null;

export function RiskFields({ form }: { readonly form: Form }) {
  return (
    <>
      <Input
        {...field(form, 'hazard')}
        label="What could happen"
        hint="For example, The coach has an accident."
      />
      <Input
        {...field(form, 'atRisk')}
        label="Who could come to harm"
        hint="For example, Everybody on the coach."
      />
      <Textarea
        {...field(form, 'measures')}
        label="What is done about it"
        hint="Before the visit, and on the way."
        rows={4}
      />
      <Radios
        {...field(form, 'likelihood')}
        fieldset={{ legend: 'How likely is it, with that done?' }}
        items={choices(likelihoodWords)}
      />
      <Radios
        {...field(form, 'severity')}
        fieldset={{ legend: 'How bad would it be, with that done?' }}
        items={choices(severityWords)}
      />
      <Input
        {...field(form, 'responsible')}
        label="Who sees to it (optional)"
        hint="A name, or their part: The leader."
      />
      <DateInput
        {...dateField(form, 'reviewOn')}
        fieldset={{ legend: 'When it is looked at again (optional)' }}
      />
    </>
  );
}

const choices = (words: readonly string[]) =>
  levels.map((level) => ({ value: String(level), text: `${level}: ${words[level - 1] ?? ''}` }));
