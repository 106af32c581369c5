import { v5 as uuidv5 } from 'uuid';

/** Any UUID; with another, the parts of a demonstration that is loaded already are not found again. */
const namespace = '6c1f0d4e-8a55-4f0a-9c1b-2f6f0c7a9d31';

/**
 * The id, a UUIDv5, of something in the demonstration. It follows from what it is called, so that each service can load its
 * own part before any of them has told the others of theirs.
 *
 * @param called an organisation's name, or a person's primary address
 */
export function demonstrationId(what: 'organisation' | 'person', called: string): string {
  return uuidv5(`${what}: ${called}`, namespace);
}
