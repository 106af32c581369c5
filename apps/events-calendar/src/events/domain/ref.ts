const pattern = /^\d{4}(?:-[a-z0-9]+)+$/;

/** The longest ref, in characters, its suffix included. */
export const longestRef = 80;

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const unfoldable: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  '&': ' and ',
  '£': ' pounds ',
  '€': ' euros ',
};

export const looksLikeRef = (text: string): boolean => pattern.test(text) && text.length <= longestRef;

/**
 * The name of an event in addresses and import files: year and title in plain letters, `2027-annual-conference`.
 * Cut at a word; a title without any letter becomes `event`; a year that the title repeats is left out.
 */
export function refBase(year: number, title: string): string {
  const prefix = String(year).padStart(4, '0');
  const words = fold(title)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== prefix);
  // Room is kept for a suffix.
  let room = longestRef - prefix.length - '-9999'.length;
  const kept: string[] = [];
  for (const word of words.length > 0 ? words : ['event']) {
    if (kept.length > 0 && word.length + 1 > room) break;
    kept.push(word.slice(0, room - 1));
    room -= word.length + 1;
  }
  return [prefix, ...kept].join('-');
}

/**
 * {@link refBase}, with `-2`, `-3` … if `isTaken` says so. The caller looks up what begins with the base; a unique index
 * has the last word.
 */
export function makeRef(year: number, title: string, isTaken: (ref: string) => boolean): string {
  const base = refBase(year, title);
  let ref = base;
  for (let number = 2; isTaken(ref); number += 1) ref = `${base}-${number}`;
  return ref;
}

/**
 * RFC 5545 §3.8.4.7, RFC 7986 §5.3: `<uuid>@<domain>`, ASCII only, since some clients compare octets.
 * @throws {RangeError} if either part is not what it should be: both come from the program, not from people.
 */
export function makeUid(uuid: string, domain: string): string {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid)) {
    throw new RangeError(`"${uuid}" is not a UUID in lower case.`);
  }
  if (!/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(domain)) {
    throw new RangeError(`"${domain}" is not a domain name in ASCII.`);
  }
  return `${uuid}@${domain}`;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’‘`´ʼ]/g, '')
    .replaceAll(/[^\p{ASCII}]|&/gu, (letter) => unfoldable[letter] ?? ' ');
}
