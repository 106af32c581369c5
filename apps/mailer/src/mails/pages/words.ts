/** "Sign in" for `sign-in`. */
export function kindInWords(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Stands where an address was. */
export const forgotten = 'Somebody who has been forgotten';

interface Reader {
  readonly personId: string | null;
  readonly toAddress: string | null;
}

/** Where it goes, or why nobody can say. */
export function addressInWords({ personId, toAddress }: Reader): string {
  if (toAddress !== null) return toAddress;
  return personId === null ? forgotten : 'Somebody whose address is not known';
}

/** "Sam Example, sam@example.org" */
export function readerInWords(reader: Reader & { readonly toName: string | null }): string {
  const { toName, toAddress } = reader;
  const address = addressInWords(reader);
  return toAddress === null || toName === null || toName === '' ? address : `${toName}, ${address}`;
}
