import { Temporal } from 'temporal-polyfill';
import { hasIt, type CurrentStatus } from '../../published/domain/rota-diff.js';
import { momentOf } from './presence.js';

/** Somebody in a shift, as they were told. */
export interface OnRota {
  readonly id: string;
  readonly shiftId: string;
  readonly memberId: string;
  readonly status: CurrentStatus;
  readonly terms: {
    readonly start: Temporal.Instant;
    readonly end: Temporal.Instant;
    readonly label: string;
    readonly isLead: boolean;
  };
}

export interface NeededShift {
  readonly id: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly cover: number;
  readonly label: string;
}

/** Why somebody’s coming is not certain. */
export const risks = ['not-heard-from', 'travelling-in', 'no-pass-yet', 'no-address'] as const;

export type Risk = (typeof risks)[number];

/** What is known of somebody besides their shifts. */
export interface KnownMember {
  readonly id: string;
  /** When what they said last changed. */
  readonly answeredAt: Temporal.Instant | null;
  readonly arrivesAt: Temporal.Instant | null;
  readonly hasAddress: boolean;
  /** Days for which they have fetched their pass; `null`: none is needed. */
  readonly collectedDays: readonly string[] | null;
}

/** A shift with places that nobody has. */
export interface Gap {
  readonly shift: NeededShift;
  readonly places: number;
}

export interface StandNow {
  /** They are there: until their shift ends. */
  readonly on: readonly OnRota[];
  /** Their shift begins within a quarter of an hour; they are not there yet. */
  readonly due: readonly OnRota[];
  /** Their shift has begun; they are not there. */
  readonly late: readonly OnRota[];
  /** They did not come, to a shift that is not over or ended today. */
  readonly noShow: readonly OnRota[];
  /** Those who are next after the ones that are due: at the next moment at which a shift begins, within a day. */
  readonly next: readonly OnRota[];
  /** Shifts of today and tomorrow, not over, with places that nobody has. */
  readonly gaps: readonly Gap[];
  /** The same of the days after that. */
  readonly laterGaps: readonly Gap[];
  /** Of those who are to come within a day. */
  readonly atRisk: readonly { readonly who: OnRota; readonly why: readonly Risk[] }[];
}

const ahead = Temporal.Duration.from({ hours: 24 });
/** Whoever arrives so shortly before their shift may be kept on the way. */
const tight = Temporal.Duration.from({ hours: 2 });

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

/** How it stands. @param zone of the stand (IANA) */
export function standNow(
  shifts: readonly NeededShift[],
  all: readonly OnRota[],
  members: ReadonlyMap<string, KnownMember>,
  now: Temporal.Instant,
  zone: string,
): StandNow {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  const today = dayOf(now);
  const isSoon = ({ terms }: OnRota) => isBefore(now, terms.start) && !isBefore(now.add(ahead), terms.start);
  const at = (moment: string) => (one: OnRota) => momentOf(one.terms, now) === moment;
  const missing = all.filter(({ status }) => status === 'assigned');
  const coming = all.filter((one) => hasIt(one) && isSoon(one));
  const later = coming.filter(at('too-early'));
  const nextStart = later
    .map(({ terms }) => terms.start)
    .reduce<Temporal.Instant | null>(
      (one, other) => (one === null || isBefore(other, one) ? other : one),
      null,
    );
  const tomorrow = today.add({ days: 1 });
  const isLater = ({ start }: NeededShift) => Temporal.PlainDate.compare(dayOf(start), tomorrow) > 0;
  const gaps = shifts
    .filter(({ end }) => isBefore(now, end))
    .map((shift) => ({
      shift,
      places: shift.cover - all.filter((one) => hasIt(one) && one.shiftId === shift.id).length,
    }))
    .filter(({ places }) => places > 0);
  return {
    on: all.filter(({ status, terms }) => status === 'checked-in' && isBefore(now, terms.end)),
    due: missing.filter(at('before')),
    late: missing.filter(at('during')),
    noShow: all.filter(
      ({ status, terms }) =>
        status === 'no-show' && (isBefore(now, terms.end) || dayOf(terms.end).equals(today)),
    ),
    next: nextStart === null ? [] : later.filter(({ terms }) => terms.start.equals(nextStart)),
    gaps: gaps.filter(({ shift }) => !isLater(shift)),
    laterGaps: gaps.filter(({ shift }) => isLater(shift)),
    atRisk: missing.filter(isSoon).flatMap((who) => {
      const member = members.get(who.memberId);
      const why = member === undefined ? [] : risksOf(who, member, dayOf(who.terms.start));
      return why.length === 0 ? [] : [{ who, why }];
    }),
  };
}

function risksOf(
  { terms }: OnRota,
  { answeredAt, arrivesAt, hasAddress, collectedDays }: KnownMember,
  day: Temporal.PlainDate,
): readonly Risk[] {
  return [
    ...(answeredAt === null ? ['not-heard-from' as const] : []),
    ...(arrivesAt !== null && isBefore(terms.start, arrivesAt.add(tight)) ? ['travelling-in' as const] : []),
    ...(collectedDays !== null && !collectedDays.includes(day.toString()) ? ['no-pass-yet' as const] : []),
    ...(hasAddress ? [] : ['no-address' as const]),
  ];
}
