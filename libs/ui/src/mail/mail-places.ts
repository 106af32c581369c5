/** What may be put into a mail when it is sent, at a place that `renderMail` left for it. */
export type MailPlace = 'notice' | 'stop';

/** The places in HTML. Whatever blocks are given is escaped, so that nobody can write another. */
export const htmlPlaces: Readonly<Record<MailPlace, string>> = {
  notice: '<!--notice-->',
  stop: '<!--stop-->',
};

/** The places in the text, each a paragraph. Two spaces side by side stand nowhere else, as blocks make one of them. */
export const textPlaces: Readonly<Record<MailPlace, string>> = {
  notice: '[  notice  ]',
  stop: '[  stop  ]',
};

/** What is put in may take this many bytes together. */
export const roomForWords = 3000;
