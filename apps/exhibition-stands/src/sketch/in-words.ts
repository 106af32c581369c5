import type { Words } from '#checks';
import { metresInWords, type FloorThing, type Sketch, type ThingKind } from './domain/sketch.js';

export const kindWords: Readonly<Record<ThingKind, string>> = {
  table: 'Table',
  banner: 'Banner',
  socket: 'Socket',
  chair: 'Chair',
  screen: 'Screen',
  other: 'Other',
};

/** "Table “Case studies”" */
export const thingInWords = ({ kind, label }: FloorThing): string =>
  label === '' ? kindWords[kind] : `${kindWords[kind]} “${label}”`;

/** "Table “Case studies”: 1.8 m wide, 0.6 m deep; 0.5 m from the left, 1 m from the back" */
export const placeInWords = (thing: FloorThing): string =>
  `${thingInWords(thing)}: ${metresInWords(thing.width)} wide, ${metresInWords(thing.depth)} deep; ${metresInWords(thing.x)} from the left, ${metresInWords(thing.y)} from the back`;

export const sketchInWords = (sketch: Sketch | null): Words => ({
  Floor: sketch === null ? '' : `${metresInWords(sketch.width)} wide, ${metresInWords(sketch.depth)} deep`,
  'On it': sketch === null ? '' : sketch.things.map(placeInWords).join('\n'),
});
