import { accepted, checkWhole, readTime, refuse, type Checked } from '#checks';
import { allValues, Checkboxes, field, Input, Select, textIn, type Form, type SubmittedValues } from '#ui';
import { dayWords, shiftClock } from '../../board/shift-words.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { readSkills, skillsTyped } from '../../team/domain/skills.js';
import { patternLimits } from '../domain/check-pattern.js';
import { checkShift, spanOfInput } from '../domain/check-shift.js';
import type { ShiftDetails, StandShift } from '../domain/shift.js';

/** The controls of a shift, in the order of the page. */
export const shiftNames: readonly string[] = [
  'day',
  'from',
  'until',
  'cover',
  'leads',
  'plain',
  'languages',
  'topics',
  'label',
];

export function fillShift(shift: StandShift, { zone }: Pick<Exhibition, 'zone'>): SubmittedValues {
  const { plain, languages, topics } = skillsTyped(shift.skills);
  return {
    // A shift after midnight is put down for the date on the clock.
    day: shift.start.toZonedDateTimeISO(zone).toPlainDate().toString(),
    from: shiftClock(shift.start, zone),
    until: shiftClock(shift.end, zone),
    cover: String(shift.cover),
    leads: String(shift.leads),
    plain,
    languages,
    topics,
    label: shift.label,
  };
}

/** What was typed, as a shift of the exhibition, or what is wrong with it. */
export function readShift(values: SubmittedValues): (exhibition: Exhibition) => Checked<ShiftDetails> {
  return (exhibition) => {
    const day = textIn(values, 'day');
    const span = spanOfInput(
      {
        day: shiftDays(exhibition).includes(day)
          ? accepted(day)
          : refuse('day', 'missing', 'Choose the day of the shift.'),
        from: readTime(textIn(values, 'from'), 'from'),
        until: readTime(textIn(values, 'until'), 'until'),
      },
      exhibition.zone,
    );
    return checkShift(span, {
      cover: checkWhole(textIn(values, 'cover'), 'cover', { ...patternLimits.cover, least: 0 }),
      leads: checkWhole(textIn(values, 'leads'), 'leads', patternLimits.leads),
      skills: readSkills({
        plain: allValues(values, 'plain').filter((skill) => skill !== 'lead'),
        languages: textIn(values, 'languages'),
        topics: textIn(values, 'topics'),
      }),
      label: textIn(values, 'label'),
    });
  };
}

/** The days of the exhibition, and where one goes on after midnight the date after it. */
function shiftDays({ days, zone }: Pick<Exhibition, 'days' | 'zone'>): readonly string[] {
  const dates = days.flatMap(({ day, end }) => [
    day,
    end.subtract({ minutes: 1 }).toZonedDateTimeISO(zone).toPlainDate().toString(),
  ]);
  return [...new Set(dates)].toSorted();
}

export function ShiftFields({ form, exhibition }: { readonly form: Form; readonly exhibition: Exhibition }) {
  return (
    <>
      <Select
        {...field(form, 'day')}
        label="Day"
        items={[
          { value: '', text: 'Choose' },
          ...shiftDays(exhibition).map((day) => ({ value: day, text: dayWords(day) })),
        ]}
      />
      <Input
        {...field(form, 'from')}
        label="From"
        hint="Such as 9am or 14:00."
        classes="govuk-input--width-5"
      />
      <Input
        {...field(form, 'until')}
        label="Until"
        hint="A time that is not after the first is on the next day."
        classes="govuk-input--width-5"
      />
      <Input
        {...field(form, 'cover')}
        label="People needed"
        classes="govuk-input--width-3"
        inputmode="numeric"
      />
      <Input
        {...field(form, 'leads')}
        label="Leads among them"
        classes="govuk-input--width-3"
        inputmode="numeric"
      />
      <Checkboxes
        {...field(form, 'plain')}
        fieldset={{
          legend: { text: 'What somebody there has to bring', classes: 'govuk-fieldset__legend--s' },
        }}
        items={[{ value: 'bsl', text: 'British Sign Language' }]}
      />
      <Input
        {...field(form, 'languages')}
        label="Languages"
        hint="In English, with commas between: Welsh, Polish."
      />
      <Input {...field(form, 'topics')} label="Topics" hint="With commas between: housing, social care." />
      <Input
        {...field(form, 'label')}
        label="Name of the shift"
        hint="Only where it is not a usual one: Reception."
      />
    </>
  );
}
