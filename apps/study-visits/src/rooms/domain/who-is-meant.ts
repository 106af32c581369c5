/** Somebody who comes along, by whatever others may know of them. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

const plain = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * Who is meant by a name or mail address that somebody wrote; `null` where that is nobody, or not one alone.
 * @param self whoever wrote it
 */
export function whoIsMeant(written: string, known: readonly Known[], self: string): string | null {
  const wanted = plain(written);
  const found = known.filter(
    ({ id, name, email }) =>
      id !== self && (plain(name) === wanted || (email !== null && plain(email) === wanted)),
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
