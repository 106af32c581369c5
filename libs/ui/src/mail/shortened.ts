/** What somebody typed may be longer than anybody reads in a mail, and mails have a limit; in characters. */
const longest = 400;

/** As much of a text as a mail has room for, on one line. */
export function shortened(text: string, most = longest): string {
  const characters = [...text.replaceAll(/\s+/gu, ' ').trim()];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}
