import type { ComponentChildren } from 'preact';
import { zoneChoices } from '#checks';
import {
  Checkboxes,
  DateInput,
  dateField,
  Details,
  field,
  Input,
  Radios,
  Select,
  Textarea,
  textIn,
  zoneInWords,
  type Form,
} from '#ui';
import { PointFields } from '../../hosts/pages/host-fields.js';
import type { Interpreter } from '../../interpreters/read-interpreters.js';
import { itemKinds } from '../domain/item.js';
import { groupInWords, itemKindWords } from '../in-words.js';
import type { Itinerary } from '../read-itinerary.js';
import { stopNames } from './item-form.js';

export interface ItemFieldsProps {
  readonly form: Form;
  readonly itinerary: Pick<Itinerary, 'visit' | 'hosts' | 'splits'>;
  readonly interpreters: readonly Interpreter[];
}

export function ItemFields({ form, itinerary, interpreters }: ItemFieldsProps) {
  const short = { classes: 'govuk-input--width-5' } as const;
  const { hosts, splits } = itinerary;
  return (
    <>
      <Radios
        {...field(form, 'kind')}
        fieldset={{ legend: { text: 'What is it?', classes: 'govuk-fieldset__legend--s' } }}
        classes="govuk-radios--small"
        items={itemKinds.map((kind) => ({ value: kind, text: itemKindWords[kind] }))}
      />
      <Input
        {...field(form, 'title')}
        label="What it is called"
        hint="Travellers read it: “Visit to CADIAI”."
      />
      <DateInput
        {...dateField(form, 'starts')}
        fieldset={{ legend: 'Day' }}
        hint="On which it begins, for example, 12 3 2035."
      />
      <div class="cn-row">
        <Input {...field(form, 'starts.time')} label="From" hint="Such as 9.30am or 14:00." {...short} />
        <Input
          {...field(form, 'ends.time')}
          label="Until"
          hint="Past midnight is the day after."
          {...short}
        />
      </div>
      <Which form={form} name="starts.which" legend="The clock shows the beginning twice. Which is meant?" />
      <Which form={form} name="ends.which" legend="The clock shows the end twice. Which is meant?" />
      <Zones form={form} zone={itinerary.visit.zone} />
      {splits.length > 0 && (
        <Checkboxes
          {...field(form, 'groupIds')}
          fieldset={{ legend: { text: 'For whom is it?', classes: 'govuk-fieldset__legend--s' } }}
          hint="Tick groups, or none if it is for everybody."
          classes="govuk-checkboxes--small"
          items={splits.flatMap((split) =>
            split.groups.map((group) => ({
              value: group.id,
              text: `${split.name} – ${groupInWords(group)}`,
            })),
          )}
        />
      )}
      <Select
        {...field(form, 'hostId')}
        label="Host (optional)"
        hint="It is where the host is, unless you enter another place."
        items={[
          { value: '', text: 'No host' },
          ...[...hosts.values()].map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <StopFields form={form} name="stop" summaryText="Where it is, or where a transfer begins" />
      <StopFields form={form} name="to" summaryText="Where a transfer ends">
        <Input
          {...field(form, 'travelMinutes')}
          label="How long the way takes, in minutes (optional)"
          hint="As whoever drives says. Without it, the distance is judged."
          inputmode="numeric"
          {...short}
        />
      </StopFields>
      <div class="cn-row">
        <Input
          {...field(form, 'capacity')}
          label="Room for (optional)"
          hint="Most travellers."
          inputmode="numeric"
          {...short}
        />
        <Input
          {...field(form, 'bufferMinutes')}
          label="Minutes free before it (optional)"
          hint="To arrive, or to go through security."
          inputmode="numeric"
          {...short}
        />
      </div>
      <Input
        {...field(form, 'language')}
        label="Language there (optional)"
        hint="Such as Italian."
        classes="govuk-input--width-10"
      />
      <Checkboxes
        {...field(form, 'needsInterpreter')}
        classes="govuk-checkboxes--small"
        items={[{ value: 'yes', text: 'It needs an interpreter' }]}
      />
      {interpreters.length > 0 && (
        <Checkboxes
          {...field(form, 'interpreterIds')}
          fieldset={{ legend: { text: 'Who interprets?', classes: 'govuk-fieldset__legend--s' } }}
          classes="govuk-checkboxes--small"
          items={interpreters.map(({ id, name, languages }) => ({
            value: id,
            text: `${name} (${languages.join(', ')})`,
          }))}
        />
      )}
      <Textarea
        {...field(form, 'description')}
        label="About it (optional)"
        hint="Travellers read it."
        rows={4}
      />
      <Textarea {...field(form, 'notes')} label="Notes (optional)" hint="For staff alone." rows={3} />
    </>
  );
}

/** Asked only where it matters: in the night in which a clock is put back. */
function Which({
  form,
  name,
  legend,
}: {
  readonly form: Form;
  readonly name: string;
  readonly legend: string;
}) {
  const isAsked = textIn(form.values, name) !== '' || form.errors.some((error) => error.field === name);
  if (!isAsked) return null;
  return (
    <Radios
      {...field(form, name)}
      fieldset={{ legend }}
      classes="govuk-radios--small govuk-radios--inline"
      items={[
        { value: 'first', text: 'The first' },
        { value: 'second', text: 'The second, an hour later' },
      ]}
    />
  );
}

function Zones({ form, zone }: { readonly form: Form; readonly zone: string }) {
  const names = ['starts.zone', 'ends.zone'];
  const isOpen = names.some(
    (name) =>
      ![zone, ''].includes(textIn(form.values, name)) || form.errors.some((error) => error.field === name),
  );
  const items = (same: string) => [
    { value: '', text: same },
    ...zoneChoices.map((choice) => ({ value: choice, text: choice.replaceAll('_', ' ') })),
  ];
  return (
    <Details summaryText={`On another clock than ${zoneInWords(zone)}`} open={isOpen}>
      <Select
        {...field(form, 'starts.zone')}
        label="Time zone in which it begins"
        items={items(`As the visit: ${zone}`)}
      />
      <Select {...field(form, 'ends.zone')} label="Time zone in which it ends" items={items('The same')} />
    </Details>
  );
}

interface StopFieldsProps {
  readonly form: Form;
  readonly name: 'stop' | 'to';
  readonly summaryText: string;
  readonly children?: ComponentChildren;
}

function StopFields({ form, name, summaryText, children }: StopFieldsProps) {
  const names = [...stopNames(name), ...(name === 'to' ? ['travelMinutes'] : [])];
  const isOpen = names.some(
    (each) => textIn(form.values, each) !== '' || form.errors.some((error) => error.field === each),
  );
  return (
    <Details summaryText={summaryText} open={isOpen}>
      <Input {...field(form, `${name}.name`)} label="What the place is called" />
      <Textarea {...field(form, `${name}.address`)} label="Address (optional)" rows={2} />
      <PointFields form={form} lat={`${name}.lat`} lon={`${name}.lon`} />
      {children}
    </Details>
  );
}
