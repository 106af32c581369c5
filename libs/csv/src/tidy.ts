/** Blanks of every kind as one; what nobody sees left out. */
export const tidied = (text: string): string =>
  text
    .replaceAll(/[\u200B\u2060\uFEFF\u00AD]/g, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** What stands after a name without being a part of it. */
const afterName = /^(?:mbe|obe|cbe|kbe|dbe|bem|mp|ms|msp|mep|jp|phd|jnr|snr|jr|sr)\b/i;

/** “Jones, Siân” as “Siân Jones”. */
export function inNaturalOrder(name: string): string {
  const [, surname, first] = /^([\p{L}\p{M}'’-]+), ?([^,]+)$/u.exec(name) ?? [];
  return surname === undefined || first === undefined || afterName.test(first) ? name : `${first} ${surname}`;
}

/** An address as it is, of what people paste: `mailto:a@example.org`, `Ann <a@example.org>`, `a@example.org;` */
export function bareAddress(cell: string): string {
  const address = /<([^<>]*)>/.exec(cell)?.[1] ?? cell;
  return tidied(address)
    .replace(/^mailto:/i, '')
    .replace(/[;,.]+$/, '');
}
