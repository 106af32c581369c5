import type { Traveller } from '../travellers/domain/traveller.js';
import type { NoteStatus, Signed } from './domain/learning-note.js';

export const signedWords: Readonly<Record<Signed, string>> = {
  name: 'My name and my organisation',
  organisation: 'My organisation alone',
  nobody: 'Nothing',
};

export const noteStatusWords: Readonly<Record<NoteStatus, string>> = {
  draft: 'A draft, which nobody else reads',
  'handed-in': 'Handed in: staff read it',
  published: 'On the visit’s page',
};

/** Who signs a note where it is published, as they chose; empty where nobody does. */
export function signatureOf(
  signed: Signed,
  { name, organisationName }: Pick<Traveller, 'name' | 'organisationName'>,
): string {
  if (signed === 'nobody') return '';
  const parts = signed === 'name' ? [name, organisationName] : [organisationName];
  return parts.filter((part) => part !== '').join(', ');
}
