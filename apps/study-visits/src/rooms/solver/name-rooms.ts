import type { RoomOffer, RoomsProblem, RoomStay, RoomTraveller } from '../domain/problem.js';
import type { ChoiceColumn } from './build-model.js';
import type { Group, Unit } from './read-problem.js';

/** People in a room of a kind for a night. */
interface Block {
  readonly night: string;
  readonly offer: RoomOffer;
  readonly people: readonly RoomTraveller[];
}

/** Where a team sleeps in a night: each of its groups has a room of a kind. */
type TeamNight = readonly { readonly group: Group; readonly offer: RoomOffer }[];

/** The nights of as many teams as a unit has, as the solver counted them: which team has which is not said yet. */
function teamNights(unit: Unit, choices: readonly ChoiceColumn[], values: ArrayLike<number>): TeamNight[] {
  const nights: { group: Group; offer: RoomOffer }[][] = unit.teams.map(() => []);
  const largestFirst = choices.toSorted(
    (one, other) => other.group.members.length - one.group.members.length,
  );
  for (const { column, group, offer } of largestFirst) {
    // A team's night has each of its people once.
    const isFree = (night: TeamNight) =>
      !night.some((each) => each.group.members.some((member) => group.members.includes(member)));
    for (let left = Math.round(values[column] ?? 0); left > 0; left -= 1)
      nights.find(isFree)?.push({ group, offer });
  }
  return nights;
}

/** How much of a night is as the one before: people in the same kind of room, then in the same hotel. */
const likeness = (before: TeamNight | undefined, now: TeamNight): number =>
  now.reduce((sum, { group, offer }) => {
    const had = before?.find((each) => each.group === group)?.offer;
    return sum + group.members.length * (had === offer ? 1000 : had?.hotel === offer.hotel ? 1 : 0);
  }, 0);

/** Gives teams nights, the likest first, so that as few as can be move. */
function giveOn(before: readonly (TeamNight | undefined)[], nights: readonly TeamNight[]): TeamNight[] {
  const given = new Map<number, TeamNight>();
  const taken = new Set<TeamNight>();
  const all = before.flatMap((had, team) =>
    nights.map((night) => ({ team, night, like: likeness(had, night) })),
  );
  for (const { team, night } of all.toSorted((one, other) => other.like - one.like)) {
    if (given.has(team) || taken.has(night)) continue;
    given.set(team, night);
    taken.add(night);
  }
  return before.map((_, team) => given.get(team) ?? []);
}

/** Says which team of a unit is where. */
function unitBlocks(
  nights: readonly string[],
  unit: Unit,
  choices: readonly ChoiceColumn[],
  values: ArrayLike<number>,
): readonly Block[] {
  const byNight = Map.groupBy(choices, ({ night }) => night);
  let before: readonly (TeamNight | undefined)[] = unit.teams.map(() => undefined);
  return nights.flatMap((night) => {
    before = giveOn(before, teamNights(unit, byNight.get(night) ?? [], values));
    return before.flatMap((rooms, team) =>
      (rooms ?? []).map(({ group, offer }): Block => {
        const places = group.members.map((member) => unit.teams[0]?.indexOf(member) ?? -1);
        return { night, offer, people: places.flatMap((place) => unit.teams[team]?.[place] ?? []) };
      }),
    );
  });
}

/** People in rooms, without keys, as the solver's values say. */
const blocksOf = (
  { nights }: RoomsProblem,
  choices: readonly ChoiceColumn[],
  values: ArrayLike<number>,
): readonly Block[] =>
  [...Map.groupBy(choices, ({ unit }) => unit)].flatMap(([unit, theirs]) =>
    unitBlocks(nights, unit, theirs, values),
  );

/** One room of a kind as long as somebody who is in it stays. */
interface Chain {
  readonly first: number;
  last: number;
  readonly blocks: Block[];
}

const inCommon = (one: Block, other: Block): number =>
  one.people.filter((each) => other.people.includes(each)).length;

/** Those of one night and the next who stay in a kind of room stay in the same room; where two part, the larger part does. */
function chainsOf(nights: readonly string[], blocks: readonly Block[]): readonly Chain[] {
  const byNight = Map.groupBy(blocks, ({ night }) => night);
  const chains: Chain[] = [];
  for (const [index, night] of nights.entries()) {
    const open = chains.filter(({ last }) => last === index - 1);
    const now = byNight.get(night) ?? [];
    const links = open
      .flatMap((chain) =>
        now.map((block) => ({ chain, block, common: inCommon(chain.blocks.at(-1) ?? block, block) })),
      )
      .filter(({ common }) => common > 0)
      .toSorted((one, other) => other.common - one.common);
    const taken = new Set<Block>();
    for (const { chain, block } of links) {
      if (chain.last === index || taken.has(block)) continue;
      chain.last = index;
      chain.blocks.push(block);
      taken.add(block);
    }
    for (const block of now)
      if (!taken.has(block)) chains.push({ first: index, last: index, blocks: [block] });
  }
  return chains;
}

/** The keys of a hotel's kind of room: `SG-01`, `TW-A01` where the rooms are accessible. */
function keysOf(offers: readonly RoomOffer[], offer: RoomOffer): (number: number) => string {
  const like = offers.filter(
    ({ hotel, type, accessible }) =>
      hotel === offer.hotel && type === offer.type && accessible === offer.accessible,
  );
  const series = like.indexOf(offer);
  const prefix = `${offer.accessible ? 'A' : ''}${series > 0 ? String.fromCodePoint(65 + series) : ''}`;
  return (number) => `${offer.type}-${prefix}${String(number).padStart(2, '0')}`;
}

/**
 * Puts names to rooms: teams that were only counted get theirs, and each room a key that stays the same as long as somebody stays.
 * Rooms that follow on each other take the lowest key that is free, which takes no more keys than rooms in the fullest night.
 */
export function nameRooms(
  problem: RoomsProblem,
  choices: readonly ChoiceColumn[],
  values: ArrayLike<number>,
): readonly RoomStay[] {
  const byOffer = Map.groupBy(blocksOf(problem, choices, values), ({ offer }) => offer);
  return [...byOffer].flatMap(([offer, blocks]) => {
    const key = keysOf(problem.offers, offer);
    const until: number[] = [];
    return chainsOf(problem.nights, blocks).flatMap((chain) => {
      const free = until.findIndex((last) => last < chain.first);
      const number = free < 0 ? until.length : free;
      until[number] = chain.last;
      return chain.blocks.flatMap(({ night, people }) =>
        people.map(({ id }): RoomStay => ({ traveller: id, night, offer: offer.id, key: key(number + 1) })),
      );
    });
  });
}
