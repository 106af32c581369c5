/** What a mail may colour. */
export type MailColour = 'page' | 'panel' | 'text' | 'quiet' | 'border' | 'brand' | 'on-fill' | 'link';

/** The colours of the pages, written out, as mail programs know no custom properties. A test holds both to be the same. */
export const lightMail: Readonly<Record<MailColour, string>> = {
  page: '#ffffff',
  panel: '#f6f4ef',
  text: '#1c2b2d',
  quiet: '#4f6164',
  border: '#cfcbc0',
  brand: '#0b4f55',
  'on-fill': '#ffffff',
  link: '#0b4f55',
};

/** The same where the reader prefers dark and the mail program asks our styles. */
export const darkMail: Readonly<Record<MailColour, string>> = {
  page: '#10191b',
  panel: '#18262a',
  text: '#e9f0ef',
  quiet: '#a9babb',
  border: '#35494e',
  brand: '#7fd1c7',
  'on-fill': '#10191b',
  link: '#7fd1c7',
};

/** Classes that the dark scheme is hung on: `m-text-quiet`, `m-ground-panel`. */
export const inkClass = (colour: MailColour): string => `m-text-${colour}`;
export const groundClass = (colour: MailColour): string => `m-ground-${colour}`;

/**
 * The mail's only style sheet. Programs that leave it out show the light colours, which stand at each element; those that
 * invert colours by themselves find every text and its ground coloured together.
 */
export function darkStyles(): string {
  const rules = Object.entries(darkMail).flatMap(([name, hex]) => [
    `.m-text-${name}{color:${hex}!important}`,
    `.m-ground-${name}{background-color:${hex}!important}`,
  ]);
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    `@media (prefers-color-scheme:dark){${rules.join('')}.m-line{border-color:${darkMail.border}!important}}`,
  ].join('');
}
