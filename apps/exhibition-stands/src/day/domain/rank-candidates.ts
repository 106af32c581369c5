import { Temporal } from 'temporal-polyfill';

/** Somebody who may step in, as the rules of the rota judge them. */
export interface Judged<Rule extends string = string> {
  readonly member: string;
  readonly why: readonly Rule[];
  /** That they have on the stand already. */
  readonly minutes: number;
  readonly isPreferred: boolean;
}

/** The same with whether they are at the stand that day anyway. */
export interface StandIn<Rule extends string = string> extends Judged<Rule> {
  readonly isHereThatDay: boolean;
}

/**
 * Who could step in, the best first: those whom no rule keeps out, of them those who said that they would like that time, who
 * have least hours, and who are there that day anyway. A shift that has begun may still be covered for the rest of it.
 *
 * @param hereThatDay members who have another shift on that day
 */
export function rankCandidates<Rule extends string>(
  judged: readonly Judged<Rule>[],
  hereThatDay: ReadonlySet<string>,
): readonly StandIn<Rule>[] {
  return judged
    .map((one) => ({
      ...one,
      why: one.why.filter((rule) => (rule as string) !== 'past'),
      isHereThatDay: hereThatDay.has(one.member),
    }))
    .toSorted(
      (a, b) =>
        a.why.length - b.why.length ||
        Number(b.isPreferred) - Number(a.isPreferred) ||
        a.minutes - b.minutes ||
        Number(b.isHereThatDay) - Number(a.isHereThatDay),
    );
}

interface Shown {
  readonly shiftId: string;
  readonly memberId: string;
  readonly terms: { readonly start: Temporal.Instant };
}

/** Those who have a shift on a day, other than one. @param zone IANA */
export function hereOn(
  day: Temporal.PlainDate,
  assignments: readonly Shown[],
  besides: string,
  zone: string,
): ReadonlySet<string> {
  return new Set(
    assignments
      .filter(
        ({ shiftId, terms }) =>
          shiftId !== besides && terms.start.toZonedDateTimeISO(zone).toPlainDate().equals(day),
      )
      .map(({ memberId }) => memberId),
  );
}
