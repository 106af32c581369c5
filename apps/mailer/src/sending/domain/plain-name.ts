/** Line breaks and other control characters, and what turns around the words that follow. */
const unseen = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/** A name as it may stand in a header: on one line, and reading as what it is. */
export function plainName(name: string | null): string {
  return (name ?? '').replaceAll(unseen, ' ').trim();
}
