import { Button, ButtonGroup, ChangedMeanwhile, FormErrors, HiddenFields, type Form } from '#ui';
import { personPath } from '../addresses.js';
import type { Person } from '../domain/person.js';
import type { PersonRevisionRow } from '../person-revision.entity.js';
import { FactsFields } from './facts-fields.js';
import { RevisionInWords } from './revision-entry.js';

export interface EditPersonProps {
  readonly person: Person;
  readonly shown: Form;
  /** What others changed while the page was open. */
  readonly since: readonly PersonRevisionRow[];
  /** The version that saving replaces. */
  readonly version: number;
}

export function EditPersonView({ person, shown, since, version }: EditPersonProps) {
  const path = personPath(person.id, 'edit');
  return (
    <>
      <FormErrors form={shown} />
      <ChangedMeanwhile
        what="record"
        names={[...new Set(since.map(({ actorName }) => actorName))]}
        changes={since.map((revision) => (
          <RevisionInWords revision={revision} />
        ))}
        reloadPath={path}
      />
      <h1 class="govuk-heading-l">Edit what is said of {person.name}</h1>
      <form method="post" action={path} novalidate>
        <HiddenFields values={{ version: String(version) }} />
        <FactsFields shown={shown} />
        <ButtonGroup>
          <Button preventDoubleClick>Save</Button>
          <a class="govuk-link" href={personPath(person.id)}>
            Leave it as it is
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
