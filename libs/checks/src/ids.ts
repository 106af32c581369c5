/** What an id looks like: a UUID. */
export const idPattern = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether a text can be an id at all; the database refuses to compare with anything else. */
export const isId = (text: string): boolean => idPattern.test(text);
