import { Temporal } from 'temporal-polyfill';
import { Checkboxes, dateInWords, field, Input, Radios, Select, Textarea, type Form } from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';

export interface AboutFieldsProps {
  readonly form: Form;
  readonly exhibition: Pick<Exhibition, 'firstDay' | 'lastDay'>;
  /** Whether the reader is asked of themselves. */
  readonly isOwn: boolean;
}

/** What somebody of the team is asked besides when they can come. */
export function AboutFields({ form, exhibition, isOwn }: AboutFieldsProps) {
  const days = dayItems(exhibition);
  return (
    <>
      <h2 class="govuk-heading-m">Coming and going</h2>
      <Select
        {...field(form, 'arrivesDay')}
        label={isOwn ? 'You arrive on' : 'They arrive on'}
        hint="Leave it out if it does not matter."
        items={days}
      />
      <Input
        {...field(form, 'arrivesTime')}
        label="At about"
        hint="For example, 2.30pm. Empty: first thing."
        classes="govuk-input--width-5"
        autocomplete="off"
      />
      <Select {...field(form, 'departsDay')} label={isOwn ? 'You leave on' : 'They leave on'} items={days} />
      <Input
        {...field(form, 'departsTime')}
        label="At about"
        hint="Empty: at the end of the day."
        classes="govuk-input--width-5"
        autocomplete="off"
      />
      <h2 class="govuk-heading-m">How long</h2>
      <Input
        {...field(form, 'wishedHours')}
        label={isOwn ? 'Hours that you would like to be on the stand in all' : 'Hours wished in all'}
        hint="For example, 7.5. Leave it empty for a fair share."
        inputmode="decimal"
        classes="govuk-input--width-3"
        autocomplete="off"
      />
      <Input
        {...field(form, 'mostHours')}
        label="Hours in one day at the most"
        inputmode="decimal"
        classes="govuk-input--width-3"
        autocomplete="off"
      />
      <h2 class="govuk-heading-m">{isOwn ? 'What you bring' : 'What they bring'}</h2>
      <Radios
        {...field(form, 'experience')}
        fieldset={{
          legend: { text: isOwn ? 'Have you helped on a stand before?' : 'Helped on a stand before?' },
        }}
        items={[
          { value: 'experienced', text: 'Yes' },
          { value: 'first-time', text: 'No, it is the first time' },
        ]}
      />
      <Checkboxes
        {...field(form, 'skills')}
        fieldset={{ legend: { text: isOwn ? 'Which of these can you do?' : 'Skills' } }}
        items={[
          {
            value: 'lead',
            text: 'Lead a shift',
            hint: 'Open or close the stand, and be the one whom others ask.',
          },
          { value: 'bsl', text: 'British Sign Language' },
        ]}
      />
      <Input
        {...field(form, 'languages')}
        label="Languages besides English"
        hint="With commas between them: Welsh, Polish"
        autocomplete="off"
      />
      <Input
        {...field(form, 'topics')}
        label={isOwn ? 'Policies that you can talk about' : 'Policies they can talk about'}
        hint="With commas between them: housing, energy"
        autocomplete="off"
      />
      <Textarea
        {...field(form, 'note')}
        label={isOwn ? 'What you would prefer, and anything else we ought to know' : 'Note'}
        {...(isOwn && { hint: 'Staff read it. Leave out what is private.' })}
        rows={4}
      />
    </>
  );
}

function dayItems({ firstDay, lastDay }: Pick<Exhibition, 'firstDay' | 'lastDay'>) {
  const last = Temporal.PlainDate.from(lastDay).add({ days: 2 });
  const items = [{ value: '', text: 'Not said' }];
  let day = Temporal.PlainDate.from(firstDay).subtract({ days: 2 });
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    items.push({ value: day.toString(), text: dateInWords(day, { impliedYear: day.year }) });
    day = day.add({ days: 1 });
  }
  return items;
}
