import { checkOptionalPence, checkWhole, readTime } from '#checks';
import { instantOf } from '#platform';
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
import { shiftClock } from '../../board/shift-words.js';
import { audiences, numberRules, type EventInput } from '../domain/stand-event.js';
import { audienceWords } from '../in-words.js';
import type { PlannedEvent } from '../read-events.js';

/** The controls of an event, in the order of the page. */
export const eventNames: readonly string[] = [
  'title',
  ...dateNames('day'),
  'from',
  'until',
  'hostName',
  'summary',
  'audience',
  'capacity',
  'hostsNeeded',
  'budgetPence',
];

export const fillEvent = ({ row, exhibition: { zone } }: PlannedEvent): SubmittedValues => ({
  title: row.title,
  ...dayBoxes('day', instantOf(row.startsAt).toZonedDateTimeISO(zone).toPlainDate().toString()),
  from: shiftClock(instantOf(row.startsAt), zone),
  until: shiftClock(instantOf(row.endsAt), zone),
  hostName: row.hostName ?? '',
  summary: row.summary,
  audience: row.audience,
  capacity: String(row.capacity),
  hostsNeeded: String(row.hostsNeeded),
  budgetPence: row.budgetPence === null ? '' : (row.budgetPence / 100).toFixed(2),
});

export const readEvent = (values: SubmittedValues): EventInput => ({
  title: textIn(values, 'title'),
  day: readDay(values, 'day', 'the day of the event'),
  from: readTime(textIn(values, 'from'), 'from'),
  until: readTime(textIn(values, 'until'), 'until'),
  hostName: textIn(values, 'hostName'),
  summary: textIn(values, 'summary'),
  audience: textIn(values, 'audience'),
  capacity: checkWhole(textIn(values, 'capacity'), 'capacity', numberRules.capacity),
  hostsNeeded: checkWhole(
    textIn(values, 'hostsNeeded').trim() || '0',
    'hostsNeeded',
    numberRules.hostsNeeded,
  ),
  budgetPence: checkOptionalPence(textIn(values, 'budgetPence'), 'budgetPence', { what: 'the budget' }),
});

export function EventFields({ form }: { readonly form: Form }) {
  const number = { classes: 'govuk-input--width-4', inputmode: 'numeric' } as const;
  return (
    <>
      <Input {...field(form, 'title')} label="What it is called" hint="For example, Members’ reception." />
      <DateInput
        {...dateField(form, 'day')}
        fieldset={{ legend: 'Day' }}
        hint="One of the days of the stand, for example, 26 9 2027."
      />
      <Input
        {...field(form, 'from')}
        label="From"
        hint="Such as 6pm or 18:00."
        classes="govuk-input--width-5"
      />
      <Input
        {...field(form, 'until')}
        label="Until"
        hint="A time that is not after the first is on the next day."
        classes="govuk-input--width-5"
      />
      <Input {...field(form, 'hostName')} label="Who invites (optional)" />
      <Textarea
        {...field(form, 'summary')}
        label="What it is about (optional)"
        hint="Whoever hears of the event reads it."
        rows={4}
      />
      <Radios
        {...field(form, 'audience')}
        fieldset={{ legend: { text: 'Whom is it for?', classes: 'govuk-fieldset__legend--s' } }}
        items={audiences.map((audience) => ({ value: audience, text: audienceWords[audience] }))}
      />
      <Input
        {...field(form, 'capacity')}
        label="How many there is room for"
        hint="With those whom guests bring, without the hosts."
        {...number}
      />
      <Input
        {...field(form, 'hostsNeeded')}
        label="Hosts needed from the team"
        hint="They become a shift of the rota. Leave it blank if there are none."
        {...number}
      />
      <Input
        {...field(form, 'budgetPence')}
        label="Budget (optional)"
        hint="It has to be approved before the event can be published."
        prefix="£"
        inputmode="decimal"
        classes="govuk-input--width-10"
      />
    </>
  );
}
