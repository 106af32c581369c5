import type { z } from 'zod';
import type { CountedThing, HeadCount } from '../counts.js';
import type { VisitCounts } from '../read-counts.js';
import type { TakenMarks } from '../take-marks.js';
import type { countOutput, countsOutput, takenOutput } from './head-counts.schema.js';

type CountJson = z.output<typeof countOutput>;

const thingJson = ({ kind, id, title, span, place, isCancelled }: CountedThing) => ({
  kind,
  id,
  title,
  startsAt: span.start.toString(),
  zone: span.zone,
  endsAt: span.end.toString(),
  endZone: span.endZone,
  place,
  isCancelled,
});

export const countsJson = ({ counts }: VisitCounts): z.output<typeof countsOutput> => ({
  items: counts.map(({ thing, expected, tally, closedAt }) => ({
    ...thingJson(thing),
    expected,
    numbers: { ...tally.numbers },
    closedAt: closedAt?.toString() ?? null,
  })),
});

export function countJson(count: HeadCount): CountJson {
  const { thing, version, closedAt, tally, expected, marks, closings } = count;
  return {
    ...thingJson(thing),
    version,
    closedAt: closedAt?.toString() ?? null,
    numbers: { ...tally.numbers },
    isAccounted: tally.isAccounted,
    people: expected.map(({ id, name, organisationName, phone }) => {
      const stated = tally.people.get(id);
      return {
        travellerId: id,
        name,
        organisation: organisationName,
        phone,
        state: stated?.state ?? 'open',
        standing: (stated?.standing ?? []).map((mark) => mark.id),
      };
    }),
    marks: marks.map(({ id, travellerId, kind, leave, over, madeAt, receivedAt, byName }) => ({
      id,
      travellerId,
      kind,
      leave,
      over: [...over],
      madeAt: madeAt.toString(),
      receivedAt: receivedAt.toString(),
      by: byName,
    })),
    closings: closings.map(({ reopened, people, ...closing }) => ({
      closedAt: closing.closedAt.toString(),
      by: closing.byName,
      here: closing.here,
      elsewhere: closing.elsewhere,
      missing: closing.missing,
      decision: closing.decision,
      people: people.map(({ travellerId, kind }) => ({ travellerId, kind })),
      reopenedAt: reopened?.at.toString() ?? null,
      reopenedBy: reopened?.byName ?? null,
      reopenedWhy: reopened?.why ?? null,
    })),
  };
}

export const takenJson = ({ count, refused }: TakenMarks): z.output<typeof takenOutput> => ({
  count: countJson(count),
  refused: [...refused],
});
