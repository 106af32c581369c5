import {
  accepted,
  checkChoice,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  type Checked,
} from '#checks';

export const placeKinds = ['office', 'box', 'car', 'stand'] as const;

export type PlaceKind = (typeof placeKinds)[number];

/** What is said of a place. */
export interface PlaceDetails {
  readonly code: string;
  readonly name: string;
  readonly kind: PlaceKind;
  /** At whose stand it is. */
  readonly exhibitionId: string | null;
  readonly note: string;
}

/** The same as it was sent. */
export type PlaceInput = Readonly<Record<'code' | 'name' | 'kind' | 'note', string>> &
  Pick<PlaceDetails, 'exhibitionId'>;

/** Checks what is said of a place. A stand is that of an exhibition; a box or a car may be at one. */
export function checkPlace(input: PlaceInput): Checked<PlaceDetails> {
  const name = checkText(input.name, 'name', {
    longest: 80,
    missing: { code: 'missing', message: 'Enter what people call it, like “Box 3”.' },
  });
  const code = checkCode(input.code);
  const kind = checkChoice(input.kind, placeKinds, 'kind', 'Say what kind of place it is.');
  const note = checkOptionalText(input.note, 'note', { longest: 1000, manyLines: true });
  const exhibition =
    kind.ok && kind.value === 'stand' && input.exhibitionId === null
      ? refuse('exhibitionId', 'missing', 'Choose the exhibition that the stand is at.')
      : accepted(input.exhibitionId);
  if (!name.ok || !code.ok || !kind.ok || !note.ok || !exhibition.ok) {
    return { ok: false, problems: problemsOf(name, code, kind, exhibition, note) };
  }
  return accepted({
    name: name.value,
    code: code.value,
    kind: kind.value,
    exhibitionId: exhibition.value,
    note: note.value ?? '',
  });
}

/** Words that are addresses beside those of places. */
const reserved: ReadonlySet<string> = new Set(['NEW']);

function checkCode(typed: string): Checked<string> {
  const code = typed.trim().replaceAll(/\s+/g, '-').toUpperCase();
  if (code === '') return refuse('code', 'missing', 'Enter a short code for the label, like “BOX-3”.');
  if (!/^[A-Z0-9](?:[A-Z0-9-]{0,18}[A-Z0-9])?$/.test(code) || reserved.has(code)) {
    const message = 'Write the code with up to 20 letters, digits and hyphens, like “BOX-3”.';
    return refuse('code', 'not-a-code', message);
  }
  return accepted(code);
}
