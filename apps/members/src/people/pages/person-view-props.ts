import type { Person } from '../domain/person.js';
import type { PersonRole } from '../domain/rights.js';
import type { Asker } from '../domain/who-may.js';
import type { Names } from '../domain/words.js';
import type { PersonRevisionRow } from '../person-revision.entity.js';

/** What the page about a person is made of. */
export interface PersonViewProps {
  readonly person: Person;
  /** The newest first. */
  readonly history: readonly PersonRevisionRow[];
  readonly names: Names;
  /** What they are today, when they sign in. */
  readonly roles: readonly PersonRole[];
  /** Whoever looks at the page. */
  readonly asker: Asker;
  /** ISO date. */
  readonly today: string;
}
