import { DateInput, dateField, field, Input, Radios, Select, type Form } from '#ui';
import { homeZone, zoneChoices } from '../../events/domain/zones.js';

/** Where most of the network's events and visits are; asked for first. */
const commonZones = [
  homeZone,
  'Europe/Dublin',
  'Europe/Paris',
  'Europe/Brussels',
  'Europe/Berlin',
  'Europe/Madrid',
  'Europe/Rome',
  'UTC',
];

export interface WhenFieldsProps {
  readonly form: Form;
  /** Whether it may be that only the month is known: not for one date of a recurring event. */
  readonly withMonth: boolean;
}

/** When it is, in one of three ways. */
export function WhenFields({ form, withMonth }: WhenFieldsProps) {
  return (
    <>
      <Radios
        {...field(form, 'when.type')}
        fieldset={{ legend: { text: 'How its time is known', classes: 'govuk-fieldset__legend--s' } }}
        items={[
          { value: 'timed', text: 'It has a start and an end time', conditional: <Timed form={form} /> },
          { value: 'all-day', text: 'It takes whole days', conditional: <WholeDays form={form} /> },
          withMonth && {
            value: 'month',
            text: 'Only the month is known yet',
            conditional: <Month form={form} />,
          },
        ]}
      />
      <Zone form={form} />
    </>
  );
}

function Timed({ form }: { readonly form: Form }) {
  return (
    <>
      <DateInput
        {...dateField(form, 'when.start.date')}
        fieldset={{ legend: 'Day it starts' }}
        hint="For example, 1 6 2027."
      />
      <Input
        {...field(form, 'when.start.time')}
        label="Start time"
        hint="Such as 10am, 2.30pm or 14:00."
        classes="govuk-input--width-10"
      />
      <Input
        {...field(form, 'when.end.time')}
        label="End time"
        hint="A deadline needs none."
        classes="govuk-input--width-10"
      />
      <DateInput
        {...dateField(form, 'when.end.date')}
        fieldset={{ legend: 'Day it ends, if that is another day' }}
      />
    </>
  );
}

function WholeDays({ form }: { readonly form: Form }) {
  return (
    <>
      <DateInput
        {...dateField(form, 'when.first')}
        fieldset={{ legend: 'First day' }}
        hint="For example, 1 6 2027."
      />
      <DateInput {...dateField(form, 'when.last')} fieldset={{ legend: 'Last day, if there are several' }} />
    </>
  );
}

function Month({ form }: { readonly form: Form }) {
  return (
    <DateInput
      {...dateField(form, 'when.month', ['month', 'year'])}
      fieldset={{ legend: 'Month and year' }}
      hint="For example, 6 2027. Put in the date as soon as it is fixed."
    />
  );
}

function Zone({ form }: { readonly form: Form }) {
  const control = field(form, 'when.zone');
  const chosen = control.value ?? homeZone;
  const others = zoneChoices.filter((zone) => !commonZones.includes(zone));
  const isListed = commonZones.includes(chosen) || others.includes(chosen);
  return (
    <Select
      {...control}
      value={chosen}
      label="Time zone"
      hint="Where it takes place; people elsewhere see the time in their own calendars."
      items={[
        // A zone by another of its names, from a file.
        !isListed && { value: chosen, text: chosen },
        ...commonZones.map(zoneItem),
        { value: '', text: '──────────', disabled: true },
        ...others.map(zoneItem),
      ]}
    />
  );
}

const zoneItem = (zone: string) => ({ value: zone, text: zone.replaceAll('_', ' ') });
