import { accepted, refuse, type Checked } from './checked.js';

/** The longest name in addresses, in characters. */
export const longestSlug = 80;

const pattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export interface SlugRules {
  /** What stands where the name would stand in addresses. */
  readonly reserved: ReadonlySet<string>;
  /** A good one: "annual-conference-2027". */
  readonly example: string;
}

/** A name in addresses as staff write it; `null` when blank. Whether it is free is for the database to say. */
export function checkSlugText(
  text: string | null,
  field: string,
  { reserved, example }: SlugRules,
): Checked<string | null> {
  const slug = text?.trim() ?? '';
  if (slug === '') return accepted(null);
  if (!pattern.test(slug) || slug.length > longestSlug) {
    return refuse(
      field,
      'not-a-slug',
      `“${slug}” cannot stand in an address. Use small letters, digits and single hyphens, such as ${example}; at most ${longestSlug} characters.`,
    );
  }
  if (reserved.has(slug)) {
    return refuse(
      field,
      'slug-reserved',
      `“${slug}” is the address of something else. Choose another, with the year in it.`,
    );
  }
  return accepted(slug);
}

/**
 * The name that a title and a year give: `annual-conference-2027`; cut at a word.
 *
 * @param otherwise for a title without any plain letter: "conference"
 */
export function slugOf(title: string, year: number, otherwise: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}|['’‘]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== String(year));
  // Room is kept for the year and a number.
  let room = longestSlug - '-9999-99'.length;
  const kept: string[] = [];
  for (const word of words.length > 0 ? words : [otherwise]) {
    if (kept.length > 0 && word.length + 1 > room) break;
    kept.push(word.slice(0, room - 1));
    room -= word.length + 1;
  }
  return [...kept, String(year).padStart(4, '0')].join('-');
}

/** A name in addresses with `-2`, `-3` … where it is taken. */
export function numberedSlug(base: string, isTaken: (slug: string) => boolean): string {
  let slug = base;
  for (let number = 2; isTaken(slug); number += 1) slug = `${base}-${number}`;
  return slug;
}
