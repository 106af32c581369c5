import { accepted, checkOptionalText, checkText, problemsOf, refuse, refused, type Checked } from '#checks';
export const wishKinds = ['single', 'twin', 'any', 'double'] as const;
type WishKind = (typeof wishKinds)[number];

/** What somebody says of the room that they need, as it was sent. */
export interface SleeperInput {
  readonly title: string;
  readonly forename: string;
  readonly surname: string;
  /** `null`: all of the visit. */
  readonly nights: readonly string[] | null;
  /** Blank: nothing is said. */
  readonly wish: string;
  /** Whom it names, by their ids. */
  readonly with: readonly string[];
  /** And by name or mail address, as it was written. */
  readonly named: readonly string[];
  readonly needsAccessible: boolean;
  readonly note: string;
}

/** A wish as it is kept: who is meant by what was written is found out each time. */
export interface StatedWish {
  readonly kind: WishKind;
  readonly with: readonly string[];
  readonly named: readonly string[];
}

export interface SleeperDetails {
  readonly title: string;
  readonly forename: string;
  readonly surname: string;
  readonly nights: readonly string[] | null;
  readonly wish: StatedWish | null;
  readonly needsAccessible: boolean;
  readonly note: string;
}

/** What a check needs to know of the visit. */
export interface SleeperSurroundings {
  readonly nights: readonly string[];
  /** Everybody else who may be named. */
  readonly others: readonly string[];
  /** Whether a name has to be given: of whoever is no traveller there is no other. */
  readonly needsName: boolean;
}

/** Most characters that hotels' systems take. */
export const longestNote = 60;

/** Most people that a wish names, and most characters of each as it is written. */
const mostNamed = 10;
const longestName = 254;

function checkWish(
  { wish: kind, with: chosen, named }: SleeperInput,
  others: readonly string[],
): Checked<StatedWish | null> {
  if (kind === '') return accepted(null);
  const known = wishKinds.find((each): each is WishKind => each === kind);
  if (known === undefined) return refuse('wish', 'unknown-choice', 'Choose how they would like to sleep.');
  if (known === 'single') return accepted({ kind: known, with: [], named: [] });
  if (chosen.some((each) => !others.includes(each)))
    return refuse('with', 'unknown-choice', 'Choose people who come along.');
  const written = named.map((each) => checkOptionalText(each, 'named', { longest: longestName }));
  const wrong = problemsOf(...written);
  if (wrong.length > 0) return refused(...wrong);
  const wish = {
    kind: known,
    with: [...new Set(chosen)],
    named: [...new Set(written.flatMap((each) => (each.ok && each.value !== null ? [each.value] : [])))],
  };
  const count = wish.with.length + wish.named.length;
  if (count === 0) return refuse('named', 'missing', 'Say with whom.');
  if (count > mostNamed) return refuse('named', 'too-many', `Name ${mostNamed} people or fewer.`);
  if (known !== 'any' && count > 1)
    return refuse('named', 'too-many', 'Name one person, or say that any of several would do.');
  return accepted(wish);
}

/** Checks what somebody says of the room that they need. */
export function checkSleeper(input: SleeperInput, around: SleeperSurroundings): Checked<SleeperDetails> {
  const name = (text: string, field: string, message: string): Checked<string | null> =>
    around.needsName
      ? checkText(text, field, { longest: 100, missing: { code: 'missing', message } })
      : checkOptionalText(text, field, { longest: 100 });
  const title = checkOptionalText(input.title, 'title', { longest: 20 });
  const forename = name(input.forename, 'forename', 'Enter their forename.');
  const surname = name(input.surname, 'surname', 'Enter their surname.');
  const wish = checkWish(input, around.others);
  const note = checkOptionalText(input.note, 'note', { longest: longestNote });
  const strange = input.nights?.some((night) => !around.nights.includes(night)) === true;
  const problems = [
    ...problemsOf(title, forename, surname, wish, note),
    ...(strange ? [{ field: 'nights', code: 'unknown-choice', message: 'Choose nights of the visit.' }] : []),
  ];
  if (problems.length > 0 || !title.ok || !forename.ok || !surname.ok || !wish.ok || !note.ok)
    return refused(...problems);
  const chosen = around.nights.filter((night) => input.nights?.includes(night));
  return accepted({
    title: title.value ?? '',
    forename: forename.value ?? '',
    surname: surname.value ?? '',
    nights: input.nights === null || chosen.length === around.nights.length ? null : chosen,
    wish: wish.value,
    needsAccessible: input.needsAccessible,
    note: note.value ?? '',
  });
}
