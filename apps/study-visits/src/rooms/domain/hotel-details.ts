import {
  accepted,
  checkOptionalText,
  checkPence,
  checkText,
  checkWhole,
  problemsOf,
  refused,
  type Checked,
} from '#checks';
import { roomTypes, type RoomType } from './problem.js';

/** What is said of rooms that are alike, as it was typed. */
export interface KindInput {
  readonly type: string;
  readonly accessible: boolean;
  readonly rooms: string;
  readonly price: string;
}

/** What is said of a hotel, as it was typed. */
export interface HotelInput {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly needsPassports: boolean;
  readonly kinds: readonly KindInput[];
}

export interface KindDetails {
  readonly type: RoomType;
  readonly accessible: boolean;
  readonly rooms: number;
  readonly pricePence: number;
}

export interface HotelDetails {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly needsPassports: boolean;
  readonly kinds: readonly KindDetails[];
}

/** Most rooms of a kind, and most kinds: five types, each accessible or not. */
export const mostRooms = 500;
export const mostKinds = 10;

function checkKind(input: KindInput, index: number): Checked<KindDetails> {
  const field = (part: string) => `kinds.${index}.${part}`;
  const type = roomTypes.find((each) => each === input.type);
  const rooms = checkWhole(input.rooms, field('rooms'), {
    what: 'how many rooms there are',
    least: 0,
    most: mostRooms,
  });
  const price = checkPence(input.price, field('price'), {
    what: 'the price of a room for a night',
    most: 1_000_000,
  });
  if (type !== undefined && rooms.ok && price.ok)
    return accepted({ type, accessible: input.accessible, rooms: rooms.value, pricePence: price.value });
  return refused(
    ...(type === undefined
      ? [{ field: field('type'), code: 'unknown-choice', message: 'Choose what kind of room it is.' }]
      : []),
    ...problemsOf(rooms),
    ...problemsOf(price),
  );
}

/** Checks what is said of a hotel; each kind of room once. */
export function checkHotel(input: HotelInput): Checked<HotelDetails> {
  const name = checkText(input.name, 'name', {
    longest: 200,
    missing: { code: 'missing', message: 'Enter the hotel’s name.' },
  });
  const address = checkOptionalText(input.address, 'address', { longest: 500, manyLines: true });
  const phone = checkOptionalText(input.phone, 'phone', { longest: 50 });
  const kinds = input.kinds.map(checkKind);
  const read = kinds.flatMap((each) => (each.ok ? [each.value] : []));
  const twice = read.findIndex((kind, index) =>
    read.slice(0, index).some((other) => other.type === kind.type && other.accessible === kind.accessible),
  );
  const problems = [
    ...problemsOf(name, address, phone, ...kinds),
    ...(twice > 0 && read.length === kinds.length
      ? [
          {
            field: `kinds.${twice}.type`,
            code: 'twice',
            message: 'This kind of room is there already. Put all rooms of a kind into one line.',
          },
        ]
      : []),
  ];
  if (problems.length > 0 || !name.ok || !address.ok || !phone.ok) return refused(...problems);
  return accepted({
    name: name.value,
    address: address.value ?? '',
    phone: phone.value ?? '',
    needsPassports: input.needsPassports,
    kinds: read,
  });
}
