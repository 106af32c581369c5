import {
  Checkboxes,
  field,
  filledRows,
  Input,
  rowName,
  rowNames,
  rowsTogether,
  Select,
  Textarea,
  textIn,
  type Form,
  type Rows,
  type SubmittedValues,
} from '#ui';
import { mostKinds, type HotelInput } from '../domain/hotel-details.js';
import { roomTypes } from '../domain/problem.js';
import type { Hotel } from '../domain/visit-rooms.js';
import { typeNames } from '../in-words.js';

const kinds: Rows = {
  name: 'kinds',
  parts: ['type', 'accessible', 'rooms', 'price'],
  most: mostKinds,
};

/** The form's controls, in order. */
export const hotelFields: readonly string[] = [
  'name',
  'address',
  'phone',
  'needsPassports',
  ...rowNames(kinds),
];

/** Blank lines go to the end. */
export const tidyHotel = (values: SubmittedValues): SubmittedValues => rowsTogether(values, kinds);

export function fillHotel(hotel: Hotel): SubmittedValues {
  return {
    name: hotel.name,
    address: hotel.address,
    phone: hotel.phone,
    needsPassports: hotel.needsPassports ? 'yes' : '',
    ...Object.fromEntries(
      hotel.kinds.flatMap(({ type, accessible, rooms, pricePence }, index) => [
        [rowName(kinds, index, 'type'), type],
        [rowName(kinds, index, 'accessible'), accessible ? 'yes' : ''],
        [rowName(kinds, index, 'rooms'), String(rooms)],
        [rowName(kinds, index, 'price'), (pricePence / 100).toFixed(2)],
      ]),
    ),
  };
}

export function readHotel(values: SubmittedValues): HotelInput {
  return {
    name: textIn(values, 'name'),
    address: textIn(values, 'address'),
    phone: textIn(values, 'phone'),
    needsPassports: textIn(values, 'needsPassports') === 'yes',
    kinds: Array.from({ length: filledRows(values, kinds) }, (_, index) => ({
      type: textIn(values, rowName(kinds, index, 'type')),
      accessible: textIn(values, rowName(kinds, index, 'accessible')) === 'yes',
      rooms: textIn(values, rowName(kinds, index, 'rooms')),
      price: textIn(values, rowName(kinds, index, 'price')),
    })),
  };
}

/** What is asked of a hotel: two lines for more kinds of rooms than it has. */
export function HotelFields({ shown }: { readonly shown: Form }) {
  const lines = Math.min(kinds.most, Math.max(4, filledRows(shown.values, kinds) + 2));
  return (
    <>
      <Input {...field(shown, 'name')} label="Name" autocomplete="off" />
      <Textarea {...field(shown, 'address')} label="Address (optional)" rows={3} />
      <Input {...field(shown, 'phone')} label="Phone (optional)" type="tel" classes="govuk-input--width-20" />
      <Checkboxes
        {...field(shown, 'needsPassports')}
        items={[
          {
            value: 'yes',
            text: 'The hotel has to report its guests',
            hint: 'As in Spain: the files of its rooming list have the numbers of passports and the dates of birth, and each look at them is recorded.',
          },
        ]}
      />
      <h2 class="govuk-heading-m">Rooms</h2>
      <p class="govuk-body">One line for rooms that are alike. Lines that stay blank are left out.</p>
      {Array.from({ length: lines }, (_, index) => (
        <fieldset key={index} class="govuk-fieldset govuk-form-group">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Kind of room {index + 1}</legend>
          <Select
            {...field(shown, rowName(kinds, index, 'type'))}
            label="Kind"
            items={[
              { value: '', text: 'Choose' },
              ...roomTypes.map((type) => ({ value: type, text: typeNames[type] })),
            ]}
          />
          <Checkboxes
            {...field(shown, rowName(kinds, index, 'accessible'))}
            items={[{ value: 'yes', text: 'Accessible rooms' }]}
          />
          <Input
            {...field(shown, rowName(kinds, index, 'rooms'))}
            label="How many each night"
            inputmode="numeric"
            classes="govuk-input--width-4"
          />
          <Input
            {...field(shown, rowName(kinds, index, 'price'))}
            label="Price of a room for a night, in pounds"
            prefix="£"
            inputmode="decimal"
            classes="govuk-input--width-5"
          />
        </fieldset>
      ))}
    </>
  );
}

/** The way to remove a hotel. */
export function RemoveHotel({ path }: { readonly path: string }) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={path}>
        Remove this hotel
      </a>
    </p>
  );
}
