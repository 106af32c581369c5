import { checkWhole } from '#checks';
import {
  Checkboxes,
  field,
  Fieldset,
  Input,
  oneValue,
  Radios,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import type { DayKind } from '../../exhibitions/domain/exhibition.js';
import { dayKinds } from '../../exhibitions/domain/exhibition.js';
import { patternLimits, type PatternInput } from '../domain/check-pattern.js';
import type { DayPattern, ShiftPattern } from '../domain/pattern.js';

/** What the parts of the form are called. */
export const kindTitles: Readonly<Record<DayKind, string>> = {
  open: 'While the stand is open',
  'build-up': 'Build-up',
  'break-down': 'Break-down',
};

const parts = ['slotMinutes', 'cover', 'leads', 'handover', 'handoverMinutes'] as const;

/** The controls of the form, in the order of the page. */
export const patternNames: readonly string[] = [...dayKinds]
  .toSorted((a, b) => Number(b === 'open') - Number(a === 'open'))
  .flatMap((kind) => [`use.${kind}`, ...parts.map((part) => `${kind}.${part}`)]);

const usual: DayPattern = { slotMinutes: 120, cover: 3, leads: 1, handover: 'none', handoverMinutes: 0 };

/** What the form shows of a pattern; of none, what is usual. */
export function fillPattern(pattern: ShiftPattern): SubmittedValues {
  const isNew = Object.keys(pattern).length === 0;
  return Object.fromEntries(
    dayKinds.flatMap((kind) => {
      const shown = pattern[kind] ?? usual;
      const isUsed = kind in pattern || (isNew && kind === 'open');
      return [
        ...(isUsed ? [[`use.${kind}`, 'yes']] : []),
        ...parts.map((part) => [`${kind}.${part}`, String(shown[part])]),
      ];
    }),
  );
}

/** What was typed, of the kinds of days that are to have shifts. */
export function readPattern(values: SubmittedValues): PatternInput {
  return Object.fromEntries(
    dayKinds
      .filter((kind) => oneValue(values, `use.${kind}`) === 'yes')
      .map((kind) => {
        const whole = (name: keyof typeof patternLimits) =>
          checkWhole(textIn(values, `${kind}.${name}`), `${kind}.${name}`, patternLimits[name]);
        return [
          kind,
          {
            slotMinutes: whole('slotMinutes'),
            cover: whole('cover'),
            leads: whole('leads'),
            handover: textIn(values, `${kind}.handover`),
            handoverMinutes: whole('handoverMinutes'),
          },
        ];
      }),
  );
}

/** Every control of a pattern, for the kinds of days that the exhibition has. */
export function PatternFields({ form, kinds }: { readonly form: Form; readonly kinds: readonly DayKind[] }) {
  return (
    <>
      {kinds.map((kind) => (
        <Checkboxes
          key={kind}
          {...field(form, `use.${kind}`)}
          items={[
            {
              value: 'yes',
              text: kind === 'open' ? 'Shifts while the stand is open' : `Shifts for the ${kind}`,
              conditional: <KindFields form={form} kind={kind} />,
            },
          ]}
        />
      ))}
    </>
  );
}

function KindFields({ form, kind }: { readonly form: Form; readonly kind: DayKind }) {
  return (
    <Fieldset legend={{ text: kindTitles[kind], classes: 'govuk-fieldset__legend--s' }}>
      <Input
        {...field(form, `${kind}.slotMinutes`)}
        label="Length of a shift, in minutes"
        hint="The last of a day ends when the day does, so it may be a little longer or shorter."
        classes="govuk-input--width-4"
        inputmode="numeric"
      />
      <Input
        {...field(form, `${kind}.cover`)}
        label="People in each"
        classes="govuk-input--width-3"
        inputmode="numeric"
      />
      <Input
        {...field(form, `${kind}.leads`)}
        label="Leads among them"
        hint="So many of the places are kept for people who can lead."
        classes="govuk-input--width-3"
        inputmode="numeric"
      />
      <Radios
        {...field(form, `${kind}.handover`)}
        fieldset={{ legend: { text: 'Between one shift and the next' } }}
        items={[
          { value: 'none', text: 'One begins when the other ends' },
          {
            value: 'overlap',
            text: 'Both are there for some minutes',
            hint: 'Nobody can then do two in a row.',
          },
          { value: 'gap', text: 'Nobody is needed for some minutes' },
        ]}
      />
      <Input
        {...field(form, `${kind}.handoverMinutes`)}
        label="Minutes of the changeover"
        classes="govuk-input--width-3"
        inputmode="numeric"
      />
    </Fieldset>
  );
}
