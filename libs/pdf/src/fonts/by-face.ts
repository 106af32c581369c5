import type { Face } from './faces.js';

/** A stretch of text in one face. */
export type FaceRun = {
  /** Null where no face has the characters. */
  readonly face: Face | null;
  /** Where the stretch begins and ends, as indexes into the text. */
  readonly start: number;
  readonly end: number;
};

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters that are there for other characters' sake and have nothing to show, joiners included. */
const silent = /^\p{Default_Ignorable_Code_Point}*$/u;

const codePointsOf = (text: string): number[] =>
  Array.from(text, (character) => character.codePointAt(0) ?? 0);

function faceOf(cluster: string, faces: readonly Face[], before: Face | null): Face | null {
  const shown = codePointsOf(cluster.replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
  const hasAll = (face: Face) => shown.every((codePoint) => face.has(codePoint));
  // A space between two Arabic words is Arabic, so that the words stay one stretch.
  if (before && cluster === ' ' && hasAll(before)) return before;
  return faces.find(hasAll) ?? null;
}

/** Words whose letters join, and what is between them. */
const joined = /[\p{Script_Extensions=Arabic}\p{M}\u200C\u200D]+|[^\p{Script_Extensions=Arabic}]+/gu;

const plain = /^[ -~\u00A0-\u00AC\u00AE-\u00FF]*$/;

/** What is looked at at once: a letter with its marks where one face has them all, else each by itself. */
function* lettersOf(text: string, faces: readonly Face[]): Generator<string> {
  for (const { segment } of clusters.segment(text)) {
    if (segment.length === 1 || faceOf(segment, faces, null)) yield segment;
    else yield* segment;
  }
}

/** Letters, and words that would come apart in two faces. */
function* unitsOf(text: string, faces: readonly Face[]): Generator<string> {
  for (const [part] of text.matchAll(joined)) {
    const isWord = /\p{Script=Arabic}/u.test(part);
    if (isWord && faceOf(part, faces, null)) yield part;
    else yield* lettersOf(part, faces);
  }
}

/**
 * Cuts a text into stretches by the face that has their characters.
 *
 * @param faces in the order in which they are asked
 */
export function byFace(text: string, faces: readonly Face[]): readonly FaceRun[] {
  const [first = null] = faces;
  // Most texts: the first face has all of Latin-1, whose letters stand alone.
  if (plain.test(text)) return text === '' ? [] : [{ face: first, start: 0, end: text.length }];
  const runs: FaceRun[] = [];
  let at = 0;
  for (const unit of unitsOf(text, faces)) {
    const last = runs.at(-1);
    const end = at + unit.length;
    const face = last && silent.test(unit) ? last.face : faceOf(unit, faces, last?.face ?? null);
    if (last && last.face === face) runs[runs.length - 1] = { ...last, end };
    else runs.push({ face, start: at, end });
    at = end;
  }
  return runs;
}
