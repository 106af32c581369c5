import { accepted, checkWhole, refuse, type Checked } from '#checks';
import { field, Input, Select, textIn, type Form, type SubmittedValues } from '#ui';
import {
  levelOf,
  levels,
  weighed,
  type Level,
  type RotaSettings,
  type RotaSettingsInput,
  type Weighed,
} from '../domain/rota-settings.js';
import { levelWords, weighedWords, weightInWords } from '../in-words.js';

interface RuleField {
  readonly name: keyof RotaSettings['rules'];
  readonly label: string;
  readonly hint: string;
  /** Whether it is given in hours. */
  readonly inHours?: true;
  readonly suffix?: string;
}

const ruleFields: readonly RuleField[] = [
  {
    name: 'maxConsecutiveSlots',
    label: 'Slots in a row at most',
    hint: 'After that people have a break.',
  },
  { name: 'breakMinutes', label: 'A break is at least', hint: 'Less counts as in a row.', suffix: 'minutes' },
  {
    name: 'restMinutes',
    label: 'Rest between two days',
    hint: 'From somebody’s last slot to their first on the next day. Usually 11.',
    inHours: true,
    suffix: 'hours',
  },
  {
    name: 'maxMinutesPerDay',
    label: 'On the stand in a day at most',
    hint: 'Volunteers can say less for themselves.',
    inHours: true,
    suffix: 'hours',
  },
  {
    name: 'firstTimersPerExperienced',
    label: 'First-timers beside each who was on a stand before',
    hint: 'With 0 first-timers are never on the stand.',
  },
];

/** The controls of the rules and weights, in the order of the page. */
export const settingsNames: readonly string[] = [
  ...ruleFields.map(({ name }) => `rules.${name}`),
  ...weighed.map((name) => `weights.${name}`),
];

export function fillSettings({ rules, weights }: RotaSettings): SubmittedValues {
  return Object.fromEntries([
    ...ruleFields.map(({ name, inHours }) => [
      `rules.${name}`,
      String(inHours === true ? rules[name] / 60 : rules[name]),
    ]),
    ...weighed.map((name) => [`weights.${name}`, levelOf(name, weights[name]) ?? String(weights[name])]),
  ]) as SubmittedValues;
}

/** @param before what places that nobody covers weigh stays as it is */
export function readSettings(values: SubmittedValues, before: RotaSettings): RotaSettingsInput {
  const rule = (name: RuleField['name']): Checked<number> => {
    const found = ruleFields.find((each) => each.name === name);
    const text = textIn(values, `rules.${name}`);
    return found?.inHours === true
      ? readHours(text, `rules.${name}`)
      : checkWhole(text, `rules.${name}`, { what: 'a number', least: 0, most: 10_000 });
  };
  const weight = (name: Weighed): Checked<number> => {
    const chosen = textIn(values, `weights.${name}`);
    const number = levels[name][chosen as Level] ?? (/^\d{1,4}$/.test(chosen) ? Number(chosen) : undefined);
    return number === undefined
      ? refuse(`weights.${name}`, 'unknown-choice', 'Choose how much it counts.')
      : accepted(number);
  };
  return {
    rules: {
      maxConsecutiveSlots: rule('maxConsecutiveSlots'),
      breakMinutes: rule('breakMinutes'),
      restMinutes: rule('restMinutes'),
      maxMinutesPerDay: rule('maxMinutesPerDay'),
      firstTimersPerExperienced: rule('firstTimersPerExperienced'),
    },
    weights: {
      short: accepted(before.weights.short),
      fairness: weight('fairness'),
      preference: weight('preference'),
      days: weight('days'),
      change: weight('change'),
    },
  };
}

/** Hours with a fraction, as whole minutes. */
function readHours(text: string, name: string): Checked<number> {
  const typed = text.replaceAll(/\s/g, '').replace(',', '.');
  return /^\d{1,3}(?:\.\d{1,2})?$/.test(typed)
    ? accepted(Math.round(Number(typed) * 60))
    : refuse(name, 'not-hours', 'Enter a number of hours, such as 8 or 7.5.');
}

/** @param props.settings as they are, for weights that a program set */
export function SettingsFields({ form, settings }: { readonly form: Form; readonly settings: RotaSettings }) {
  return (
    <>
      <h2 class="govuk-heading-m">Rules that every rota keeps</h2>
      {ruleFields.map(({ name, label, hint, suffix }) => (
        <Input
          key={name}
          {...field(form, `rules.${name}`)}
          label={label}
          hint={hint}
          inputmode="decimal"
          classes="govuk-input--width-4"
          {...(suffix !== undefined && { suffix })}
        />
      ))}
      <h2 class="govuk-heading-m">What matters how much</h2>
      <p class="govuk-body">
        Covering every place always comes first. Where several rotas cover as many, the best one is chosen by
        these.
      </p>
      {weighed.map((name) => (
        <Select
          key={name}
          {...field(form, `weights.${name}`)}
          label={weighedWords[name].text}
          hint={weighedWords[name].hint}
          items={choices(name, settings.weights[name])}
        />
      ))}
    </>
  );
}

/** The levels, and what a program set. */
function choices(name: Weighed, weight: number) {
  const own =
    levelOf(name, weight) === null ? [{ value: String(weight), text: weightInWords(name, weight) }] : [];
  const named = (Object.keys(levels[name]) as Level[]).map((level) => ({
    value: level,
    text: levelWords[level],
  }));
  return [...named, ...own];
}
