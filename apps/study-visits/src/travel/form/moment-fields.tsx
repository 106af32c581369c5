import { readTime, readZone } from '#checks';
import {
  DateInput,
  dateField,
  dateNames,
  dayBoxes,
  field,
  Input,
  oneValue,
  Radios,
  readDay,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { dayOf, whichOf, type Moment, type MomentInput } from '../domain/clock.js';

/** The controls of a moment, in the order of the page. */
export const momentNames = (name: string): readonly string[] => [
  ...dateNames(name),
  `${name}.time`,
  `${name}.which`,
  `${name}.zone`,
];

export const fillMoment = (name: string, moment: Moment): SubmittedValues => ({
  ...dayBoxes(name, dayOf(moment)),
  [`${name}.time`]: moment.at
    .toZonedDateTimeISO(moment.zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' }),
  [`${name}.which`]: whichOf(moment),
  [`${name}.zone`]: moment.zone,
});

/** @param what the day within a sentence: "the day on which it departs" */
export const readMoment = (values: SubmittedValues, name: string, what: string): MomentInput => ({
  day: readDay(values, name, what),
  time: readTime(textIn(values, `${name}.time`), `${name}.time`),
  zone: readZone(textIn(values, `${name}.zone`), `${name}.zone`),
  which: textIn(values, `${name}.which`),
});

export interface MomentFieldsProps {
  readonly form: Form;
  readonly name: string;
  /** "Departs" */
  readonly legend: string;
  /** A day of the visit, as an example: "For example, 11 3 2035." */
  readonly dayHint: string;
}

/** A day, a time, and the zone on whose clock it is. Which of two equal times is meant is asked where it has to be. */
export function MomentFields({ form, name, legend, dayHint }: MomentFieldsProps) {
  const which = field(form, `${name}.which`);
  const isAsked = which.errorMessage !== undefined || (oneValue(form.values, `${name}.which`) ?? '') !== '';
  return (
    <>
      <DateInput
        {...dateField(form, name)}
        fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--m' } }}
        hint={dayHint}
      />
      <Input
        {...field(form, `${name}.time`)}
        label={`${legend}: time`}
        hint="By the clock of that place, such as 7.40am or 19:40."
        classes="govuk-input--width-5"
      />
      {isAsked && (
        <Radios
          {...which}
          fieldset={{ legend: `${legend}: which of the two?` }}
          hint="The clock goes back in that night and shows this time twice."
          items={[
            { value: 'first', text: 'The first, before it goes back' },
            { value: 'second', text: 'The second, an hour later' },
          ]}
        />
      )}
      <Input
        {...field(form, `${name}.zone`)}
        label={`${legend}: time zone`}
        hint="By region and city, such as Europe/London."
        classes="govuk-input--width-20"
        spellcheck={false}
        autocapitalize="none"
      />
    </>
  );
}
