import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import {
  DateInput,
  dateField,
  dateNames,
  dayBoxes,
  field,
  Input,
  readDay,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { checkWindow, momentAtHome, type WindowInput } from '../domain/window.js';
import type { Visit } from '../domain/visit.js';

const moments = ['applicationsOpenAt', 'applicationsCloseAt'] as const;

/** The controls, in the order of the page. */
export const windowNames: readonly string[] = [
  ...moments.flatMap((name) => [...dateNames(name), `${name}.time`]),
  ...dateNames('decisionOn'),
  'acceptanceDays',
];

export const fillWindow = (visit: Visit): SubmittedValues => ({
  ...fillMoment('applicationsOpenAt', visit.applicationsOpenAt),
  ...fillMoment('applicationsCloseAt', visit.applicationsCloseAt),
  ...dayBoxes('decisionOn', visit.decisionOn),
  acceptanceDays: String(visit.acceptanceDays),
});

function fillMoment(name: string, moment: Temporal.Instant | null): SubmittedValues {
  if (moment === null) return { ...dayBoxes(name, null), [`${name}.time`]: '' };
  const local = moment.toZonedDateTimeISO(homeZone);
  return {
    ...dayBoxes(name, local.toPlainDate().toString()),
    [`${name}.time`]: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** What the form says, for the rules to check. */
const readWindow = (values: SubmittedValues): WindowInput => ({
  applicationsOpenAt: readMoment(values, 'applicationsOpenAt', 'the day on which applications open'),
  applicationsCloseAt: readMoment(values, 'applicationsCloseAt', 'the day on which applications close'),
  decisionOn: readDay(values, 'decisionOn', 'the day of the decision'),
  acceptanceDays: textIn(values, 'acceptanceDays'),
});

const readMoment = (values: SubmittedValues, name: (typeof moments)[number], what: string) =>
  momentAtHome(readDay(values, name, what), textIn(values, `${name}.time`), name);

export const checkWindowForm = (values: SubmittedValues) => checkWindow(readWindow(values));

/** When people apply, hear of it, and answer. */
export function WindowFields({ form }: { readonly form: Form }) {
  return (
    <>
      <Moment form={form} name="applicationsOpenAt" legend="Applications open" timeHint="Such as 9am." />
      <Moment
        form={form}
        name="applicationsCloseAt"
        legend="Applications close"
        timeHint="Such as 12 noon. From then on it is too late, to the second."
      />
      <DateInput
        {...dateField(form, 'decisionOn')}
        fieldset={{ legend: 'People hear by' }}
        hint="Until when you will tell each applicant whether they have a place."
      />
      <Input
        {...field(form, 'acceptanceDays')}
        label="Days to accept a place"
        hint="Counted from the day on which it is offered. After that it goes to the next in line."
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
    </>
  );
}

interface MomentProps {
  readonly form: Form;
  readonly name: (typeof moments)[number];
  readonly legend: string;
  readonly timeHint: string;
}

/** A day and a time by the network's clock. */
function Moment({ form, name, legend, timeHint }: MomentProps) {
  return (
    <>
      <DateInput {...dateField(form, name)} fieldset={{ legend }} hint="By the clock in London." />
      <Input
        {...field(form, `${name}.time`)}
        label={
          <>
            Time<span class="govuk-visually-hidden">: {legend}</span>
          </>
        }
        hint={timeHint}
        classes="govuk-input--width-10"
      />
    </>
  );
}
