import { z } from 'zod';
import { roomRules } from '../domain/answer.js';
import { roomTypes } from '../domain/problem.js';
import { longestNote, wishKinds } from '../domain/sleeper-details.js';

const text = z.string();
const id = z.uuid();
const night = z.iso.date().meta({ description: 'A night by the day on which it begins.' });
const count = z.int().min(0);
const type = z.enum(roomTypes);

export const hotelInput = z
  .strictObject({
    name: text,
    address: text.default(''),
    phone: text.default(''),
    needsPassports: z.boolean().default(false).meta({
      description: 'Whether it has to report its guests, so that its files have passports’ numbers.',
    }),
    kinds: z.array(
      z.strictObject({ type, accessible: z.boolean().default(false), rooms: count, pricePence: count }),
    ),
  })
  .meta({ id: 'HotelInput' });

export const nightsInput = z
  .strictObject({
    numbers: z
      .record(id, z.record(night, count))
      .meta({ description: 'By kind of room and night; nights that are left out have as many as usual.' }),
  })
  .meta({ id: 'HotelNightsInput' });

export const hotelOutput = z
  .strictObject({
    id,
    name: text,
    address: text,
    phone: text,
    needsPassports: z.boolean(),
    version: z.int(),
    kinds: z.array(
      z.strictObject({
        id,
        type,
        accessible: z.boolean(),
        rooms: count,
        pricePence: count,
        otherwise: z.record(text, count),
      }),
    ),
  })
  .meta({ id: 'Hotel' });

const wishInput = {
  wish: z.enum(wishKinds).nullable().default(null),
  named: z
    .array(text)
    .default([])
    .meta({ description: 'Whom the wish names, by full name or mail address.' }),
  needsAccessible: z.boolean().default(false),
  title: text.default(''),
  forename: text.default(''),
  surname: text.default(''),
  note: text.default('').meta({ description: `For the hotel; ${longestNote} characters at most.` }),
};

export const ownRoomInput = z.strictObject(wishInput).meta({ id: 'OwnRoomInput' });

export const sleeperInput = z
  .strictObject({
    ...wishInput,
    with: z.array(id).default([]).meta({ description: 'Whom the wish names, by their ids.' }),
    nights: z.array(night).nullable().default(null).meta({ description: '`null`: all of the visit.' }),
  })
  .meta({ id: 'SleeperInput' });

const said = {
  nights: z.array(night),
  wish: z.enum(wishKinds).nullable(),
  named: z.array(text),
  needsAccessible: z.boolean(),
  title: text,
  forename: text,
  surname: text,
  note: text,
  version: z.int().meta({ description: '1 as long as nothing was said.' }),
};

export const ownRoomOutput = z
  .strictObject({
    ...said,
    sharesWith: z.array(text).meta({ description: 'Those with whom both said that they would share.' }),
  })
  .meta({ id: 'OwnRoom' });

const pin = z
  .strictObject({
    hotelId: id,
    kindId: id.nullable().meta({ description: '`null`: any room of the hotel.' }),
  })
  .meta({
    description: 'Where they sleep in every night, whatever is proposed; `null`: wherever there is a room.',
  });

export const pinInput = z.strictObject({ pin: pin.nullable() }).meta({ id: 'PinInput' });

export const sleeperOutput = z
  .strictObject({
    id,
    name: text,
    part: z.enum(['delegate', 'leader', 'driver']),
    ...said,
    with: z.array(id),
    pin: pin.nullable(),
    unknown: z.array(text).meta({ description: 'Names that mean nobody who comes along, or more than one.' }),
  })
  .meta({ id: 'Sleeper' });

export const moveInput = z
  .strictObject({
    nights: z.array(night),
    to: z
      .strictObject({ kindId: id, key: text.nullable().default(null) })
      .nullable()
      .meta({ description: 'A room by its key; another of the kind without one; `null`: none.' }),
  })
  .meta({ id: 'MoveInput' });

export const searchOutput = z
  .strictObject({
    id,
    status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    quality: z.enum(['proven', 'within', 'infeasible']).nullable(),
    gap: z.number().nullable(),
    isUsed: z.boolean().meta({ description: 'Whether what was found became the rooms of the visit.' }),
    error: text.nullable(),
    missing: z.array(z.strictObject({ night: text, type, accessible: z.boolean(), rooms: z.int() })),
  })
  .meta({ id: 'RoomSearch' });

export const roomsOutput = z
  .strictObject({
    nights: z.array(night),
    hotels: z.array(hotelOutput),
    people: z.array(sleeperOutput),
    stays: z.array(z.strictObject({ sleeperId: id, night, kindId: id, key: text })),
    costPence: z.int(),
    broken: z.array(z.strictObject({ rule: z.enum(roomRules), words: text })),
    lastSearch: searchOutput.nullable(),
  })
  .meta({ id: 'VisitRooms' });

const line = z.strictObject({
  sleeperId: id,
  key: text,
  type,
  arrives: night,
  leaves: z.iso.date(),
  title: text,
  forename: text,
  surname: text,
  pax: text,
  note: text,
});

export const listOutput = z
  .strictObject({
    lines: z.array(line.extend({ mark: z.enum(['same', 'new', 'changed', 'gone']), change: text })),
    sent: z.array(z.strictObject({ number: z.int(), sentTo: text, sentAt: z.iso.datetime() })),
  })
  .meta({ id: 'RoomingList' });

export const sendInput = z
  .strictObject({
    sentTo: text,
    last: z.int().min(0).meta({ description: 'The number of the last list that you know of; 0: none.' }),
  })
  .meta({ id: 'RoomingListSent' });
