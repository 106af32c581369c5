import { z } from 'zod';
import { shareWays } from '../domain/share-out.js';
import { itemKinds } from '../domain/item.js';
import { whichTimes } from '../../travel/domain/clock.js';

const text = z.string();
const instant = z.iso.datetime();
const time = text
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 09:30')
  .meta({ description: 'By the clock there: `09:30`.' });
const point = z.strictObject({ lat: z.number(), lon: z.number() }).meta({ id: 'ItineraryPoint' });
const stop = z
  .strictObject({ name: text, address: text.nullable().default(null), point: point.nullable().default(null) })
  .meta({ id: 'ItineraryStop' });
const stopOutput = z
  .strictObject({ name: text, address: text.nullable(), point: point.nullable() })
  .meta({ id: 'ItineraryPlace' });
const which = z.enum(whichTimes).default('').meta({
  description: '`first` or `second` where the clock shows the time twice.',
});

export const itemInput = z
  .strictObject({
    kind: text.meta({ description: `One of ${itemKinds.join(', ')}.` }),
    title: text,
    day: text.meta({ description: 'ISO; a day of the visit.' }),
    from: time,
    fromWhich: which,
    zone: text.default('').meta({ description: 'IANA; that of the visit unless given.' }),
    until: time.meta({ description: 'The first such time after the beginning.' }),
    untilWhich: which,
    endZone: text.default('').meta({ description: 'IANA; that of the beginning unless given.' }),
    stop: stop.nullable().default(null),
    to: stop.nullable().default(null).meta({ description: 'Where a transfer ends.' }),
    hostId: text.nullable().default(null),
    capacity: z.int().nullable().default(null),
    groupIds: z.array(text).default([]).meta({ description: 'None: it is for everybody.' }),
    language: text.default(''),
    needsInterpreter: z.boolean().default(false),
    interpreterIds: z.array(text).default([]),
    bufferMinutes: z.int().default(0),
    travelMinutes: z.int().nullable().default(null),
    description: text.default(''),
    notes: text.default(''),
  })
  .meta({ id: 'ItineraryItemInput' });

export const itemOutput = z
  .strictObject({
    id: text,
    kind: z.enum(itemKinds),
    title: text,
    startsAt: instant,
    zone: text,
    endsAt: instant,
    endZone: text,
    stop: stopOutput.nullable(),
    to: stopOutput.nullable(),
    hostId: text.nullable(),
    capacity: z.int().nullable(),
    groupIds: z.array(text),
    language: text.nullable(),
    needsInterpreter: z.boolean(),
    interpreterIds: z.array(text),
    bufferMinutes: z.int(),
    travelMinutes: z.int().nullable(),
    description: text,
    notes: text,
    status: z.enum(['planned', 'cancelled']),
    statusReason: text.nullable(),
    version: z.int(),
  })
  .meta({ id: 'ItineraryItem' });

export const cancelInput = z.strictObject({ reason: text }).meta({ id: 'ItineraryItemCancellation' });

const group = z.strictObject({ id: text, letter: text, name: text });

export const splitInput = z
  .strictObject({
    name: text,
    groups: z
      .array(text)
      .meta({ description: 'What each is called, A first; blank where the letter says enough.' }),
  })
  .meta({ id: 'ItinerarySplitInput' });

export const splitOutput = z
  .strictObject({
    id: text,
    name: text,
    groups: z.array(group),
    members: z.array(z.strictObject({ travellerId: text, groupId: text })),
    version: z.int(),
  })
  .meta({ id: 'ItinerarySplit' });

export const membersInput = z
  .strictObject({ members: z.array(z.strictObject({ travellerId: text, groupId: text })) })
  .meta({ id: 'ItineraryMembersInput' });

export const shareInput = z.strictObject({ way: z.enum(shareWays) }).meta({ id: 'ItinerarySharing' });

const problem = z.strictObject({
  code: text,
  itemIds: z.array(text),
  message: text,
});

export const itineraryOutput = z
  .strictObject({
    items: z.array(itemOutput),
    splits: z.array(splitOutput),
    problems: z.array(problem),
    publishedVersion: z.int().nullable(),
    changesSince: z.int(),
    travellersConcerned: z.int(),
  })
  .meta({ id: 'Itinerary' });

const change = z.strictObject({
  itemId: text,
  title: text,
  day: text,
  what: z.enum(['added', 'changed', 'removed']),
  changes: z.array(z.strictObject({ field: text, before: text, after: text })),
});

export const publishInput = z
  .strictObject({ version: z.int().meta({ description: 'The one that it makes; 1 for the first.' }) })
  .meta({ id: 'ItineraryPublishing' });

export const publicationOutput = z
  .strictObject({ id: text, version: z.int(), publishedAt: instant, changes: z.array(change), told: z.int() })
  .meta({ id: 'ItineraryPublication' });

export const publicationsOutput = z
  .strictObject({ items: z.array(publicationOutput) })
  .meta({ id: 'ItineraryPublications' });

export const seenOutput = z
  .strictObject({
    items: z.array(
      z.strictObject({
        travellerId: text,
        name: text,
        version: z.int(),
        toldAt: instant,
        seenAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'ItinerarySeen' });

export const ownDaysOutput = z
  .strictObject({
    visit: z.strictObject({ title: text, zone: text, firstDay: text, lastDay: text }),
    parts: z.array(
      z.strictObject({
        key: text,
        title: text,
        kind: text,
        startsAt: instant,
        zone: text,
        endsAt: instant,
        endZone: text,
        stop: stopOutput.nullable(),
        to: stopOutput.nullable(),
        isOff: z.boolean(),
        reason: text.nullable(),
        about: text,
        sequence: z.int(),
      }),
    ),
    unseen: z.array(z.strictObject({ version: z.int(), changes: z.array(change) })),
  })
  .meta({ id: 'OwnDays' });

export const ownSeenInput = z
  .strictObject({ version: z.int().meta({ description: 'The latest of `unseen` that was read.' }) })
  .meta({ id: 'OwnDaysSeen' });

export type ItemJsonInput = z.output<typeof itemInput>;

const mapPlace = z.strictObject({ name: text, address: text.nullable(), point });

export const mapOutput = z
  .strictObject({
    places: z.array(mapPlace).meta({ description: 'In the order in which they are come to.' }),
    byAir: z.array(mapPlace).meta({ description: 'Where one flies from or to, and is at for nothing else.' }),
  })
  .meta({ id: 'VisitMap' });

export const ownCalendarInput = z
  .strictObject({
    number: z
      .int()
      .meta({ description: 'Of the address that there is; 0 for none. It leads nowhere from then on.' }),
  })
  .meta({ id: 'OwnCalendarInput' });

export const ownCalendarOutput = z
  .strictObject({
    number: z.int().meta({ description: 'Of the address; 0: there is none yet.' }),
    address: text
      .nullable()
      .meta({ description: 'For a calendar program; whoever knows it reads the days.' }),
  })
  .meta({ id: 'OwnCalendar' });
