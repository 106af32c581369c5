import type { z } from 'zod';
import { publishingInWords } from '../publishing-words.js';
import type { OwnStand } from '../read-own-shifts.js';
import type { ToldAssignment } from '../read-current.js';
import type { Publishing } from '../read-publishing.js';
import type { PublishedRota } from '../read-rota.js';
import type { TeamNames } from '../read-team-names.js';
import type { RotaAssignmentRow } from '../rota-assignment.entity.js';
import type {
  currentOutput,
  myShiftsOutput,
  ownShiftsOutput,
  publishedOutput,
  publishingOutput,
} from './published.schema.js';

/** What publishing would come to, as programs read it. */
export function publishingJson(publishing: Publishing, names: TeamNames): z.input<typeof publishingOutput> {
  const words = publishingInWords(publishing, names);
  const said = new Map(words.obstacles.map((each) => [each.key, each]));
  return {
    seen: publishing.seen,
    publishedNumber: publishing.last?.number ?? null,
    gaps: publishing.publishable.gaps.map(({ shift, places }) => ({ shiftId: shift, places })),
    obstacles: publishing.obstacles.map(({ key, rule, memberId, shiftIds, day }) => ({
      key,
      rule,
      name: said.get(key)?.rule ?? rule,
      teamMemberId: memberId,
      shiftIds: [...shiftIds],
      day,
      says: said.get(key)?.says ?? '',
    })),
    people: words.people.map(({ id, name, isReachable, added, changed, gone }) => ({
      teamMemberId: id,
      name,
      isReachable,
      added: [...added],
      changed: [...changed],
      gone: [...gone],
    })),
  };
}

/** A rota as it was published. */
export const publishedJson = (
  { id, number, publishedAt, overrides }: PublishedRota,
  assignments: readonly RotaAssignmentRow[],
): z.input<typeof publishedOutput> => ({
  id,
  number,
  publishedAt: publishedAt.toString(),
  overrides: overrides.map(({ rule, memberId, shiftIds, day, reason }) => ({
    rule,
    teamMemberId: memberId,
    shiftIds: [...shiftIds],
    day,
    reason,
  })),
  assignments: assignments.map(({ shiftId, teamMemberId, startsAt, endsAt, isLead }) => ({
    shiftId,
    teamMemberId,
    start: startsAt.toISOString(),
    end: endsAt.toISOString(),
    isLead,
  })),
});

/** Who has which shift now. */
export const currentJson = (
  current: readonly ToldAssignment[],
  names: TeamNames,
): z.input<typeof currentOutput> => ({
  assignments: current.map(({ id, shiftId, memberId, terms, status, version }) => ({
    id,
    shiftId,
    teamMemberId: memberId,
    name: names.get(memberId)?.name ?? '',
    start: terms.start.toString(),
    end: terms.end.toString(),
    label: terms.label,
    isLead: terms.isLead,
    place: terms.place,
    stand: terms.stand,
    status,
    version,
  })),
});

/** Somebody's own stands and shifts. @param pathOf a volunteer's own page, `null` where it is not to be told */
export const myShiftsJson = (
  stands: readonly OwnStand[],
  pathOf: (member: OwnStand['member']) => string | null,
): z.input<typeof myShiftsOutput> => ({
  stands: stands.map((stand) => ({ ...ownShiftsJson(stand), path: pathOf(stand.member) })),
});

/** The shifts that somebody has on one stand. */
export const ownShiftsJson = ({
  exhibition,
  shifts,
  minutesStood,
}: OwnStand): z.input<typeof ownShiftsOutput> => ({
  exhibitionId: exhibition.id,
  title: exhibition.title,
  zone: exhibition.zone,
  minutesStood,
  shifts: shifts.map(({ assignment: { id, terms }, withWhom, clashes }) => ({
    id,
    start: terms.start.toString(),
    end: terms.end.toString(),
    label: terms.label,
    isLead: terms.isLead,
    place: terms.place,
    stand: terms.stand,
    withWhom: [...withWhom],
    clashes: clashes.map(({ title, start, end }) => ({
      title,
      start: start.toString(),
      end: end.toString(),
    })),
  })),
});
