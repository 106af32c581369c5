import { z } from 'zod';
import { audiences, eventFormats, eventKinds, eventStatuses } from '../../events/domain/event.js';

export const kind = z.enum(eventKinds).meta({ id: 'EventKind' });
export const format = z.enum(eventFormats).meta({ id: 'EventFormat', description: 'How people take part.' });
export const audience = z.enum(audiences).meta({
  id: 'Audience',
  description: 'Whom it is for; each is narrower than the one before it.',
});
export const status = z.enum(eventStatuses).meta({ id: 'EventStatus' });

export const ref = z.string().meta({
  description: 'The event’s name in addresses; given once, never changed.',
  examples: ['2027-annual-conference'],
});

export const original = z.string().meta({
  description:
    'Names one occurrence of a recurring event by where the rule puts it, however often it moves: its start on the wall ' +
    'clock, or its day.',
  examples: ['2026-06-01T14:00', '2026-06-01'],
});

const coordinates = z
  .strictObject({ latitude: z.number(), longitude: z.number() })
  .meta({ id: 'Coordinates', description: 'Degrees north and east (WGS 84).' });

const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

export const placeInput = z
  .strictObject({ name: z.string(), address: orNull(z.string()), coordinates: orNull(coordinates) })
  .meta({ id: 'PlaceInput' });

export const place = z
  .strictObject({
    name: z.string(),
    address: z.string().nullable(),
    coordinates: coordinates.nullable(),
  })
  .meta({ id: 'Place' });

const joiningUrl = z.string().meta({ examples: ['https://calls.example.org/officers'] });
const shownTo = 'Who is shown the address; never wider than the audience.';

export const joiningInput = z
  .strictObject({
    url: joiningUrl,
    shownTo: orNull(audience).meta({ description: `${shownTo} \`null\`: the event’s audience.` }),
  })
  .meta({ id: 'JoiningInput' });

export const joining = z
  .strictObject({ url: joiningUrl, shownTo: audience })
  .meta({ id: 'Joining', description: `Given to those only who may join. ${shownTo}` });

export const organiserInput = z
  .strictObject({ name: z.string(), email: orNull(z.string()), phone: orNull(z.string()) })
  .meta({ id: 'OrganiserInput' });

export const organiser = z
  .strictObject({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() })
  .meta({ id: 'Organiser' });

export const description = z.string().meta({ description: 'Markdown.' });
export const tags = z.array(z.string()).meta({ examples: [['housing', 'webinar']] });
export const series = z.string().meta({ description: 'The slug of a series.', examples: ['officer-calls'] });
export const board = z.string().meta({
  description: 'The slug of a board, where the audience is one.',
  examples: ['values-and-principles'],
});
export const rule = z.string().meta({
  description: 'An RRULE value (RFC 5545 §3.3.10) that ends, by COUNT or UNTIL, within ten years.',
  examples: ['FREQ=MONTHLY;BYDAY=1TU;COUNT=12'],
});
