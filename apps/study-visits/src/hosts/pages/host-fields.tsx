import { field, Input, rowNames, Select, Textarea, textIn, type Form, type SubmittedValues } from '#ui';
import { ContactFields, contactRows, fillContacts, readContacts } from '../../visits/form/what-form.js';
import { hostKinds, type HostInput } from '../domain/host.js';
import type { Host } from '../host-of.js';
import { hostKindWords } from '../in-words.js';

/** The controls of a host, in the order of the page. */
export const hostNames: readonly string[] = [
  'name',
  'kind',
  'address',
  'lat',
  'lon',
  'website',
  ...rowNames(contactRows),
  'notes',
];

export const fillHost = (host: Host): SubmittedValues => ({
  name: host.name,
  kind: host.kind,
  address: host.address ?? '',
  lat: host.point === null ? '' : String(host.point.lat),
  lon: host.point === null ? '' : String(host.point.lon),
  website: host.website ?? '',
  ...fillContacts(host.contacts),
  notes: host.notes,
});

/** @param values with its lines together */
export const readHost = (values: SubmittedValues): HostInput => ({
  name: textIn(values, 'name'),
  kind: textIn(values, 'kind'),
  address: textIn(values, 'address'),
  lat: textIn(values, 'lat'),
  lon: textIn(values, 'lon'),
  website: textIn(values, 'website'),
  contacts: readContacts(values),
  notes: textIn(values, 'notes'),
});

export function HostFields({ form }: { readonly form: Form }) {
  return (
    <>
      <Input {...field(form, 'name')} label="What the organisation is called" />
      <Select
        {...field(form, 'kind')}
        label="What it does"
        items={[
          { value: '', text: 'Choose one' },
          ...hostKinds.map((kind) => ({ value: kind, text: hostKindWords[kind] })),
        ]}
      />
      <Textarea {...field(form, 'address')} label="Address (optional)" rows={3} />
      <PointFields form={form} lat="lat" lon="lon" />
      <Input
        {...field(form, 'website')}
        label="Website (optional)"
        spellcheck={false}
        autocapitalize="none"
      />
      <ContactFields
        form={form}
        summaryText="Whom to turn to there. Staff alone read this, until two years after the last visit there."
      />
      <Textarea
        {...field(form, 'notes')}
        label="Notes (optional)"
        hint="For staff alone: what to bring, how they like to be thanked. No health or other private details."
        rows={4}
      />
    </>
  );
}

export interface PointFieldsProps {
  readonly form: Form;
  /** The names of the two controls. */
  readonly lat: string;
  readonly lon: string;
}

/** Where something is on the map. */
export function PointFields({ form, lat, lon }: PointFieldsProps) {
  const degrees = { classes: 'govuk-input--width-10', inputmode: 'decimal' } as const;
  return (
    <div class="cn-row">
      <Input
        {...field(form, lat)}
        label="Latitude (optional)"
        hint="From a map, such as 44.4938."
        {...degrees}
      />
      <Input
        {...field(form, lon)}
        label="Longitude (optional)"
        hint="Such as 11.3426, with a minus to the west."
        {...degrees}
      />
    </div>
  );
}
