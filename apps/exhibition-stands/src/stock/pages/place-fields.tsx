import { field, Input, Radios, Select, textIn, Textarea, type Form, type SubmittedValues } from '#ui';
import { placeKinds, type PlaceInput } from '../domain/place-details.js';
import { placeKindNames } from '../in-words.js';
import type { ExhibitionChoice } from '../reading/exhibitions-with-stock.js';
import type { StockPlaceRow } from '../stock-place.entity.js';

/** The controls of a place, in the order of the page. */
export const placeNames: readonly string[] = ['kind', 'name', 'code', 'exhibitionId', 'note'];

export const fillPlace = (place: StockPlaceRow): SubmittedValues => ({
  kind: place.kind,
  name: place.name,
  code: place.code,
  exhibitionId: place.exhibitionId ?? '',
  note: place.note,
});

export const readPlace = (values: SubmittedValues): PlaceInput => ({
  kind: textIn(values, 'kind'),
  name: textIn(values, 'name'),
  code: textIn(values, 'code'),
  exhibitionId: textIn(values, 'exhibitionId').trim() || null,
  note: textIn(values, 'note'),
});

export interface PlaceFieldsProps {
  readonly form: Form;
  readonly exhibitions: readonly ExhibitionChoice[];
  /** The code stays, as it stands on labels. */
  readonly isNew: boolean;
}

export function PlaceFields({ form, exhibitions, isNew }: PlaceFieldsProps) {
  return (
    <>
      <Radios
        {...field(form, 'kind')}
        fieldset={{ legend: { text: 'What kind of place is it?', classes: 'govuk-fieldset__legend--s' } }}
        items={placeKinds.map((kind) => ({ value: kind, text: placeKindNames[kind] }))}
      />
      <Input {...field(form, 'name')} label="Name" hint="What people call it, for example, Box 3." />
      {isNew && (
        <Input
          {...field(form, 'code')}
          label="Code"
          hint="For its label and its address, for example, BOX-3. It cannot be changed later."
          classes="govuk-input--width-10"
          autocapitalize="characters"
          spellcheck={false}
        />
      )}
      <Select
        {...field(form, 'exhibitionId')}
        label="At which exhibition is it?"
        hint="A stand is at one. Say it of a box or a car only while it is there: the team of that stand can then count what is in it."
        items={[
          { value: '', text: 'At none' },
          ...exhibitions.map(({ id, title }) => ({ value: id, text: title })),
        ]}
      />
      <Textarea
        {...field(form, 'note')}
        label="Note (optional)"
        hint="Where it stands, who has the key."
        rows={3}
      />
    </>
  );
}
