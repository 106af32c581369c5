/** "Sign in" for `sign-in`. */
export function kindInWords(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Stands where an address was. */
export const forgotten = 'Somebody who has been forgotten';
