import type { ModelData } from 'highs';
import { ModelWriter, type Term } from '#solver';
import type { RoomOffer, RoomsProblem, RoomTraveller } from '../domain/problem.js';
import { roomsIn, type Group, type Unit } from './read-problem.js';

/** How many rooms of a kind a group has in a night: of several teams, as many of these as have one; else 1 or 0. */
export interface ChoiceColumn {
  readonly column: number;
  readonly unit: Unit;
  readonly group: Group;
  readonly night: string;
  readonly offer: RoomOffer;
}

/** By how much terms, summed, come to less on a night than on the one before; at least 0. */
export interface LossColumn {
  readonly column: number;
  readonly before: readonly Term[];
  readonly after: readonly Term[];
}

/** A problem as HiGHS takes it. */
export interface RoomsModel {
  readonly data: ModelData;
  readonly choices: readonly ChoiceColumn[];
  readonly losses: readonly LossColumn[];
  /** What everything costs is a multiple of this, so that a bound less than this below proves it. */
  readonly step: number;
}

/** What a row stands for is never asked: what is missing of an infeasible problem is found by a search of its own. */
class Writer extends ModelWriter<null> {
  readonly losses: LossColumn[] = [];
}

/** How many rooms are settled for a choice already; `undefined`: that is still to be decided. */
export type Settled = (choice: Omit<ChoiceColumn, 'column'>) => number | undefined;

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** Whom somebody wishes to share with: named by `twin` or `double`, and stated by both. */
function wishedBy(unit: Unit, one: RoomTraveller): RoomTraveller | undefined {
  const { wish } = one;
  if (wish.kind !== 'twin' && wish.kind !== 'double') return undefined;
  const pair = unit.pairs.find((each) => each.includes(one) && each.some(({ id }) => id === wish.with));
  return pair?.find((each) => each !== one);
}

/** How many of a group have a wish for this night that is not met. */
const broken = (unit: Unit, { members }: Group, night: string): number =>
  members.filter((one) => {
    const other = wishedBy(unit, one);
    return other !== undefined && other.nights.includes(night) && !members.includes(other);
  }).length;

function choiceColumns(
  writer: Writer,
  problem: RoomsProblem,
  units: readonly Unit[],
  settled: Settled,
): ChoiceColumn[] {
  const { offers, weights, nights } = problem;
  return nights.flatMap((night) =>
    units.flatMap((unit) =>
      unit.groups
        .filter(({ members }) => members.every((each) => each.nights.includes(night)))
        .flatMap((group) => {
          const fitting = offers.filter(
            (offer) =>
              roomsIn(offer, night) > 0 &&
              group.types.includes(offer.type) &&
              (offer.accessible || !group.accessible) &&
              !group.barred.has(offer.id),
          );
          const wishes = weights.wish * broken(unit, group, night);
          const most = unit.teams.length;
          return fitting.map((offer) => {
            const choice = { unit, group, night, offer };
            const is = settled(choice);
            const upper = Math.min(most, roomsIn(offer, night));
            return { ...choice, column: writer.column(offer.price + wishes, is ?? 0, is ?? upper) };
          });
        }),
    ),
  );
}

/** Adds what it costs that terms, summed, are fewer on the next night. */
function addLoss(
  writer: Writer,
  cost: number,
  most: number,
  before: readonly Term[],
  after: readonly Term[],
): void {
  if (cost === 0 || before.length === 0) return;
  const loss = writer.amount(cost, 0, most);
  const terms: Term[] = [...before, ...after.map(([column, factor]): Term => [column, -factor]), [loss, -1]];
  writer.row(-Infinity, 0, terms, null);
  writer.losses.push({ column: loss, before, after });
}

/**
 * Adds moves of one traveller, or of people who are counted. From night to night as many leave a kind of room as are there
 * fewer; the same of hotels, whose price is what they cost more.
 */
function addMoves(
  writer: Writer,
  { weights, offers }: RoomsProblem,
  most: number,
  before: readonly ChoiceColumn[],
  after: readonly ChoiceColumn[],
): void {
  const terms = (choices: readonly ChoiceColumn[], isIn: (offer: RoomOffer) => boolean) =>
    choices.filter(({ offer }) => isIn(offer)).map(({ column }): Term => [column, 1]);
  for (const offer of offers)
    addLoss(
      writer,
      weights.room,
      most,
      terms(before, (each) => each === offer),
      terms(after, (each) => each === offer),
    );
  for (const hotel of new Set(offers.map((each) => each.hotel)))
    addLoss(
      writer,
      weights.hotel - weights.room,
      most,
      terms(before, (each) => each.hotel === hotel),
      terms(after, (each) => each.hotel === hotel),
    );
}

/** The nights of somebody that follow on each other, in pairs. */
const following = (
  problem: RoomsProblem,
  stayed: readonly string[],
): readonly (readonly [string, string])[] =>
  problem.nights.flatMap((night, index) => {
    const next = problem.nights[index + 1];
    return next !== undefined && stayed.includes(night) && stayed.includes(next)
      ? [[night, next] as const]
      : [];
  });

function addUnit(writer: Writer, problem: RoomsProblem, unit: Unit, choices: readonly ChoiceColumn[]): void {
  const byNight = Map.groupBy(choices, ({ night }) => night);
  const of = (night: string, ...people: readonly RoomTraveller[]) =>
    (byNight.get(night) ?? []).filter(({ group }) => people.every((each) => group.members.includes(each)));
  addOddSets(writer, unit, byNight);
  const most = unit.teams.length;
  for (const one of unit.teams[0] ?? []) {
    for (const night of one.nights.filter((each) => problem.nights.includes(each)))
      writer.row(
        most,
        most,
        of(night, one).map(({ column }): Term => [column, 1]),
        null,
      );
    for (const [night, next] of following(problem, one.nights))
      addMoves(writer, problem, most, of(night, one), of(next, one));
  }
  for (const [one, other] of unit.pairs) {
    const both = one.nights.filter((night) => other.nights.includes(night));
    for (const [night, next] of following(problem, both)) {
      const [before, after] = [night, next].map((each) =>
        of(each, one, other).map(({ column }): Term => [column, 1]),
      ) as [Term[], Term[]];
      addLoss(writer, problem.weights.company, most, before, after);
      addLoss(writer, problem.weights.company, most, after, before);
    }
  }
}

/** Sets of three of a list, and of five where the list is short. */
function oddSets<T>(list: readonly T[]): readonly (readonly T[])[] {
  const setsOf = (size: number, from: number): readonly (readonly T[])[] =>
    size === 0
      ? [[]]
      : list
          .slice(from)
          .flatMap((first, offset) =>
            setsOf(size - 1, from + offset + 1).map((others) => [first, ...others]),
          );
  return [...setsOf(3, 0), ...(list.length <= 8 ? setsOf(5, 0) : [])];
}

/**
 * Adds what is true of every answer, and what the search would otherwise find only by trying: of an odd number of people
 * somebody is left when the others share in pairs.
 */
function addOddSets(writer: Writer, unit: Unit, byNight: ReadonlyMap<string, readonly ChoiceColumn[]>): void {
  const people = unit.teams[0] ?? [];
  if (people.length < 3) return;
  for (const choices of byNight.values()) {
    for (const set of oddSets(people)) {
      const terms = choices.flatMap(({ column, group }): Term[] => {
        const factor = Math.floor(group.members.filter((each) => set.includes(each)).length / 2);
        return factor > 0 ? [[column, factor]] : [];
      });
      if (terms.length > 1) writer.row(-Infinity, (unit.teams.length * (set.length - 1)) / 2, terms, null);
    }
  }
}

/** Writes the model: who may have which room, how many there are, and what is priced. */
export function buildModel(
  problem: RoomsProblem,
  units: readonly Unit[],
  settled: Settled = () => undefined,
): RoomsModel {
  const writer = new Writer();
  const choices = choiceColumns(writer, problem, units, settled);
  const byUnit = Map.groupBy(choices, ({ unit }) => unit);
  for (const unit of units) addUnit(writer, problem, unit, byUnit.get(unit) ?? []);
  for (const ofNight of Map.groupBy(choices, ({ night }) => night).values())
    for (const [offer, theirs] of Map.groupBy(ofNight, (each) => each.offer))
      writer.atMost(
        roomsIn(offer, ofNight[0]?.night ?? ''),
        theirs.map(({ column }): Term => [column, 1]),
        null,
      );
  const { weights, offers } = problem;
  const costs = [...Object.values(weights), ...offers.map(({ price }) => price)];
  return { data: writer.data(), choices, losses: writer.losses, step: costs.reduce(greatestDivisor, 0) || 1 };
}
