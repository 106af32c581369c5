import type { FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { form, pickFields, readVersion, submittedValues, type Form } from '#ui';
import type { Person } from '../domain/person.js';
import type { EditPerson } from '../edit-person.js';
import type { PersonRevisionRow } from '../person-revision.entity.js';
import type { ReadPerson } from '../read-person.js';
import { errorsOf } from './errors-of.js';
import { factNames, factsIn, factsOf } from './facts-fields.js';

/** The form for what is said of a person, as a page shows it. */
export interface FactsForm {
  readonly person: Person;
  readonly shown: Form;
  /** What others changed while the page was open. */
  readonly since: readonly PersonRevisionRow[];
  /** The version that saving replaces. */
  readonly version: number;
  /** Of the answer. */
  readonly status: number;
}

/** The form of a record as it is. */
export function factsForm(person: Person): FactsForm {
  return { person, shown: form(factsOf(person)), since: [], version: person.version, status: 200 };
}

/** @returns `null` when all is saved, else the form to show again: what is wrong, or what others changed meanwhile */
export async function saveFacts(
  request: FastifyRequest,
  person: Person,
  body: unknown,
  { people, editPerson }: { readonly people: ReadPerson; readonly editPerson: EditPerson },
): Promise<FactsForm | null> {
  const sent = submittedValues(body);
  const values = pickFields(sent, factNames);
  const version = readVersion(sent) ?? 0;
  try {
    await editPerson.run(actorOf(request), person.id, version, factsIn(values));
    return null;
  } catch (error) {
    if (error instanceof Problem && error.status === 409) {
      const since = await people.since(person, version);
      return { person, shown: form(values), since, version: person.version, status: 409 };
    }
    return { person, shown: form(values, errorsOf(error, factNames)), since: [], version, status: 422 };
  }
}
