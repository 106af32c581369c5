import type { RoomOffer, RoomsProblem, RoomTraveller, RoomType } from '../domain/problem.js';
import { RoomsProblemError } from '../domain/rooms-problem-error.js';
import { sharedBeds } from '../domain/sharing.js';

/** Those who may be in one room together; alone, too. */
export interface Group {
  readonly members: readonly RoomTraveller[];
  /** Of which kinds of rooms one may be theirs. */
  readonly types: readonly RoomType[];
  readonly accessible: boolean;
  /** Kinds of rooms that may not be theirs. */
  readonly barred: ReadonlySet<string>;
}

/**
 * People who decide about each other's rooms; as often as there are others who are alike in all that counts, person by
 * person. Groups and pairs are those of the first team: the same person of the other teams stands where that team's does.
 */
export interface Unit {
  readonly teams: readonly (readonly RoomTraveller[])[];
  readonly groups: readonly Group[];
  /** Those who may share, in pairs. */
  readonly pairs: readonly (readonly [RoomTraveller, RoomTraveller])[];
}

/** Rooms for one, for two in one bed, for two, three or four in beds of their own. */
const alone: readonly RoomType[] = ['SG', 'DB', 'TW'];
const together: readonly RoomType[] = ['DB'];
const apart: readonly (readonly RoomType[])[] = [[], [], ['TW'], ['TR'], ['QD']];

const groupOf = (members: readonly RoomTraveller[], types: readonly RoomType[]): Group => ({
  members,
  types,
  accessible: members.some(({ accessible }) => accessible),
  barred: new Set(members.flatMap(({ barred = [] }) => barred)),
});

/** All sets of two to four of whom each two would share in beds of their own. */
function setsApart(people: readonly RoomTraveller[]): readonly (readonly RoomTraveller[])[] {
  const grow = (set: readonly RoomTraveller[], from: number): readonly (readonly RoomTraveller[])[] =>
    people.slice(from).flatMap((next, offset) => {
      if (!set.every((one) => sharedBeds(one, next) === 'apart')) return [];
      const grown = [...set, next];
      return [
        ...(grown.length > 1 ? [grown] : []),
        ...(grown.length < apart.length - 1 ? grow(grown, from + offset + 1) : []),
      ];
    });
  return grow([], 0);
}

/** Those who are connected by sharing, over others, too. */
function components(travellers: readonly RoomTraveller[]): readonly (readonly RoomTraveller[])[] {
  const left = new Set(travellers);
  return travellers.flatMap((first) => {
    if (!left.delete(first)) return [];
    const found = [first];
    for (const one of found)
      for (const other of left) if (sharedBeds(one, other) && left.delete(other)) found.push(other);
    return [found];
  });
}

function unitOf(teams: readonly (readonly RoomTraveller[])[]): Unit {
  const people = teams[0] ?? [];
  const pairs = people.flatMap((one, index) =>
    people.slice(index + 1).flatMap((other) => (sharedBeds(one, other) ? [[one, other] as const] : [])),
  );
  const groups = [
    ...people.map((one) => groupOf([one], alone)),
    ...pairs
      .filter(([one, other]) => sharedBeds(one, other) === 'together')
      .map((pair) => groupOf(pair, together)),
    ...setsApart(people).map((members) => groupOf(members, apart[members.length] ?? [])),
  ];
  return { teams, groups, pairs };
}

/** What counts of somebody who shares with one other at most. */
const kindOf = ({ nights, accessible, wish, barred = [] }: RoomTraveller, sharesWith: number): string =>
  JSON.stringify([nights.toSorted(), accessible, barred.toSorted(), sharesWith > 0 && wish.kind]);

/**
 * Parts the travellers into units. Single people and pairs who are alike in all that counts become one, so that the search
 * does not look at which of them are where: that would be the same in countless ways.
 * @param areToldApart not so: each is a unit of their own
 */
export function unitsOf({ travellers }: RoomsProblem, areToldApart: boolean): readonly Unit[] {
  const found = components(travellers);
  const circles = found.filter(({ length }) => areToldApart || length > 2).map((people) => unitOf([people]));
  if (areToldApart) return circles;
  const teams = found
    .filter(({ length }) => length <= 2)
    .map((people) => people.map((one) => ({ one, kind: kindOf(one, people.length - 1) })))
    .map((team) => team.toSorted((one, other) => (one.kind < other.kind ? -1 : 1)));
  const alike = Map.groupBy(teams, (team) => team.map(({ kind }) => kind).join(' '));
  return [
    ...circles,
    ...[...alike.values()].map((each) => unitOf(each.map((team) => team.map(({ one }) => one)))),
  ];
}

const isWhole = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

const hasTwice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

/** @throws RoomsProblemError where the problem contradicts itself */
export function checkProblem({ nights, travellers, offers, weights }: RoomsProblem): void {
  const wrong = (words: string): never => {
    throw new RoomsProblemError(words);
  };
  if (
    hasTwice(nights) ||
    hasTwice(nights.toSorted()) ||
    nights.some((night, index) => night < (nights[index - 1] ?? ''))
  )
    wrong('The nights have to be in order, each once.');
  if (hasTwice(travellers.map(({ id }) => id))) wrong('A traveller is there twice.');
  if (hasTwice(offers.map(({ id }) => id))) wrong('A kind of room is there twice.');
  if (
    travellers.some((each) => hasTwice(each.nights) || each.nights.some((night) => !nights.includes(night)))
  )
    wrong('Somebody stays for a night that the visit does not have, or for one twice.');
  if (offers.some(({ price, rooms }) => !isWhole(price) || !Object.values(rooms).every(isWhole)))
    wrong('Prices and numbers of rooms have to be whole numbers.');
  if (!Object.values(weights).every(isWhole)) wrong('What wishes and moves count for has to be whole pence.');
  if (weights.hotel < weights.room)
    wrong('A move to another hotel has to count for as much as one within a hotel.');
}

/** How many rooms of a kind there are in a night. */
export const roomsIn = ({ rooms }: RoomOffer, night: string): number => rooms[night] ?? 0;
