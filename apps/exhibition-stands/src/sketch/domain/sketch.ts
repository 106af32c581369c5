import { accepted, checkChoice, checkOptionalText, problemsOf, refuse, refused, type Checked } from '#checks';

export const thingKinds = ['table', 'banner', 'socket', 'chair', 'screen', 'other'] as const;

/** What stands on the floor. */
export type ThingKind = (typeof thingKinds)[number];

/** Something on the floor. All lengths are centimetres; x is counted from the left, y from the back. */
export interface FloorThing {
  readonly kind: ThingKind;
  /** "Case studies"; empty: it is called by its kind. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
}

/** The floor of a stand, seen from above, its front below. Centimetres. */
export interface Sketch {
  readonly width: number;
  readonly depth: number;
  readonly things: readonly FloorThing[];
}

/** More things than this do not fit on a stand. */
export const mostThings = 24;

/** The longest side of a stand, in centimetres. */
const longestSide = 5000;

/** Metres as people type them: "3", "2.5", "0,6 m". */
export interface ThingInput {
  readonly kind: string;
  readonly label: string;
  readonly x: string;
  readonly y: string;
  readonly width: string;
  readonly depth: string;
}

export interface SketchInput {
  readonly width: string;
  readonly depth: string;
  readonly things: readonly ThingInput[];
}

/** @returns the floor, or all that is wrong with it: at `width`, or at `things.0.x` */
export function checkSketch(input: SketchInput): Checked<Sketch> {
  if (input.things.length > mostThings) {
    return refuse('things', 'too-many', `Give ${mostThings} things or fewer.`);
  }
  const width = checkMetres(input.width, 'width', { what: 'the width of the stand', least: 50 });
  const depth = checkMetres(input.depth, 'depth', { what: 'the depth of the stand', least: 50 });
  const checks = input.things.map(checkThing);
  const things = checks.flatMap((check) => (check.ok ? [check.value] : []));
  if (!width.ok || !depth.ok || things.length < checks.length) {
    return refused(...problemsOf(width, depth, ...checks));
  }
  const outside = things.flatMap((thing, index) =>
    [
      thing.x + thing.width > width.value && `things.${index}.x`,
      thing.y + thing.depth > depth.value && `things.${index}.y`,
    ].filter((field) => field !== false),
  );
  if (outside.length > 0) {
    return refused(
      ...outside.map((field) => ({
        field,
        code: 'outside',
        message: `This reaches beyond the stand, which is ${metresInWords(width.value)} wide and ${metresInWords(depth.value)} deep. Move it, or make it smaller.`,
      })),
    );
  }
  return accepted({ width: width.value, depth: depth.value, things });
}

/** "2.5 m" @param centimetres a length */
export const metresInWords = (centimetres: number): string => `${centimetres / 100} m`;

function checkThing(input: ThingInput, index: number): Checked<FloorThing> {
  const at = (part: string) => `things.${index}.${part}`;
  const kind = checkChoice<ThingKind>(input.kind, thingKinds, at('kind'), 'Say what it is.');
  const label = checkOptionalText(input.label, at('label'), { longest: 40 });
  const x = checkMetres(input.x, at('x'), { what: 'how far it is from the left', least: 0 });
  const y = checkMetres(input.y, at('y'), { what: 'how far it is from the back', least: 0 });
  const width = checkMetres(input.width, at('width'), { what: 'how wide it is', least: 5 });
  const depth = checkMetres(input.depth, at('depth'), { what: 'how deep it is', least: 5 });
  if (!kind.ok || !label.ok || !x.ok || !y.ok || !width.ok || !depth.ok) {
    return refused(...problemsOf(kind, label, x, y, width, depth));
  }
  return accepted({
    kind: kind.value,
    label: label.value ?? '',
    x: x.value,
    y: y.value,
    width: width.value,
    depth: depth.value,
  });
}

interface LengthRules {
  /** Within a sentence: "the width of the stand". */
  readonly what: string;
  /** In centimetres. */
  readonly least: number;
}

/** A length in metres as centimetres. */
function checkMetres(text: string, field: string, { what, least }: LengthRules): Checked<number> {
  const typed = text.replaceAll(/\s/g, '').replace(',', '.').replace(/m$/i, '');
  if (!/^\d{1,4}(?:\.\d{1,2})?$/.test(typed)) {
    return refuse(field, 'not-a-length', `Enter ${what} in metres, such as 2 or 0.6.`);
  }
  const centimetres = Math.round(Number(typed) * 100);
  if (centimetres < least || centimetres > longestSide) {
    return refuse(
      field,
      'implausible-length',
      `Check ${what}: it is between ${metresInWords(least)} and ${metresInWords(longestSide)}.`,
    );
  }
  return accepted(centimetres);
}
