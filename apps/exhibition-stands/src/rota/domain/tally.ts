import type { SetRule } from './answer.js';
import { doublesOf } from './doubles.js';
import type { Member, Shift, Timetable } from './timetable.js';

/** A rota as it is being written: says which rules a further placement would break. */
export class Tally {
  readonly #timetable: Timetable;
  readonly #shiftsOf: readonly Set<Shift>[];
  readonly #membersOf: readonly Set<Member>[];
  /** People and days that are settled alone may pass a limit: it is then the limit. */
  readonly #settledPeople: ReadonlyMap<string, number>;
  readonly #peopleOn = new Map<string, Set<Member>>();
  /** The other entries of whoever has several. */
  readonly #twinsOf: ReadonlyMap<Member, readonly Member[]>;

  constructor(timetable: Timetable) {
    this.#timetable = timetable;
    this.#shiftsOf = timetable.members.map(() => new Set());
    this.#membersOf = timetable.shifts.map(() => new Set());
    this.#twinsOf = new Map(
      doublesOf(timetable.members).flatMap((entries) =>
        entries.map((one) => [one, entries.filter((other) => other !== one)] as const),
      ),
    );
    for (const [member, shift] of timetable.settled) this.add(member, shift);
    this.#settledPeople = new Map([...this.#peopleOn].map(([day, people]) => [day, people.size]));
  }

  add(member: number, shift: number): void {
    const [who, where] = [this.#timetable.members[member], this.#timetable.shifts[shift]];
    if (!who || !where) return;
    this.#shiftsOf[member]?.add(where);
    this.#membersOf[shift]?.add(who);
    const people = this.#peopleOn.get(where.slot.day) ?? new Set();
    this.#peopleOn.set(where.slot.day, people.add(who));
  }

  /**
   * Takes somebody out of a shift again, unless it is settled.
   * @returns whether they were in it
   */
  remove(member: number, shift: number): boolean {
    const [who, where] = [this.#timetable.members[member], this.#timetable.shifts[shift]];
    if (!who || !where || where.isSettled || this.#shiftsOf[member]?.delete(where) !== true) return false;
    this.#membersOf[shift]?.delete(who);
    const { day } = where.slot;
    if (!this.shiftsOf(who).some(({ slot }) => slot.day === day)) this.#peopleOn.get(day)?.delete(who);
    return true;
  }

  shiftsOf(member: Member): readonly Shift[] {
    return [...(this.#shiftsOf[member.index] ?? [])];
  }

  membersOf(shift: Shift): readonly Member[] {
    return [...(this.#membersOf[shift.index] ?? [])];
  }

  /** The rules that putting somebody into a shift, too, would break, given who is where. */
  whyNot(member: Member, shift: Shift): readonly SetRule[] {
    return [...this.#againstPerson(member, shift), ...this.#againstPlace(member, shift)];
  }

  #againstPerson(member: Member, shift: Shift): readonly SetRule[] {
    const { rules } = this.#timetable.problem;
    const own = this.shiftsOf(member);
    const twins = this.#twinsOf.get(member) ?? [];
    const byTwins = twins.flatMap((twin) => this.shiftsOf(twin));
    const theirs = [...own, ...byTwins];
    const sameDay = theirs.filter(({ slot }) => slot.day === shift.slot.day);
    const days = new Set(own.map(({ slot }) => slot.day));
    const minutes = sameDay.reduce((sum, each) => sum + each.minutes, shift.minutes);
    const mostMinutes = Math.min(...[member, ...twins].map((entry) => entry.mostMinutes));
    const isNear = (other: Shift, walk: number) =>
      other.from < shift.until + walk && shift.from < other.until + walk;
    const found: SetRule[] = [];
    if (own.some((each) => isNear(each, 0))) found.push('overlap');
    if (byTwins.some((each) => isNear(each, rules.walkingMinutes))) found.push('twice');
    if (minutes > mostMinutes) found.push('hours-a-day');
    if (runAround(shift, theirs, rules.breakMinutes) > rules.maxConsecutiveSlots) found.push('in-a-row');
    if (theirs.some((each) => restBetween(each, shift) < rules.restMinutes)) found.push('rest');
    if (!days.has(shift.slot.day)) {
      if (days.size >= (member.person.mostDays ?? Infinity)) found.push('pass-days');
      if (this.#isFull(shift.slot.day)) found.push('passes-a-day');
    }
    return found;
  }

  #againstPlace(member: Member, shift: Shift): readonly SetRule[] {
    const { slot } = shift;
    const others = this.membersOf(shift);
    const all = [...others, member];
    const lacking = (skill: string) => all.filter(({ skills }) => !skills.has(skill)).length;
    const firsts = all.filter(({ person }) => !person.experienced).length;
    const found: SetRule[] = [];
    if (all.length > slot.need) found.push('cover');
    if (slot.leads > 0 && !member.skills.has('lead') && lacking('lead') > Math.max(0, slot.need - slot.leads))
      found.push('lead');
    if (slot.skills.some((skill) => !member.skills.has(skill) && lacking(skill) > slot.need - 1))
      found.push('skill');
    const { firstTimersPerExperienced } = this.#timetable.problem.rules;
    if (!member.person.experienced && firsts > firstTimersPerExperienced * (all.length - firsts))
      found.push('first-timer');
    return found;
  }

  #isFull(day: string): boolean {
    const limit = this.#timetable.problem.rules.passesPerDay[day];
    if (limit === undefined) return false;
    const people = this.#peopleOn.get(day)?.size ?? 0;
    return people >= Math.max(limit, this.#settledPeople.get(day) ?? 0);
  }
}

/** Minutes between two shifts of different days; no limit on two of the same day. */
function restBetween(a: Shift, b: Shift): number {
  if (a.slot.day === b.slot.day) return Infinity;
  return Math.max(a.from - b.until, b.from - a.until);
}

/** How many shifts follow one another, with less than a break between, around and with the new one. */
function runAround(shift: Shift, others: readonly Shift[], breakMinutes: number): number {
  const sorted = [...others, shift].toSorted((a, b) => a.from - b.from);
  const isBroken = (a: Shift, b: Shift | undefined) => !b || b.from - a.until >= breakMinutes;
  let run = 0;
  let isAround = false;
  for (const [position, each] of sorted.entries()) {
    run += 1;
    isAround ||= each === shift;
    if (!isBroken(each, sorted[position + 1])) continue;
    if (isAround) return run;
    run = 0;
  }
  return run;
}
