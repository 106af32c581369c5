import { Button, ButtonGroup, ChangedMeanwhile, FormErrors, HiddenFields } from '#ui';
import { FactsFields } from './facts-fields.js';
import { RevisionInWords } from './revision-entry.js';
import type { FactsForm } from './save-facts.js';

export interface FactsFormProps extends FactsForm {
  readonly heading: string;
  /** The form's own address. */
  readonly action: string;
  readonly backPath: string;
  /** Whether the person is the reader. */
  readonly isOwn?: boolean;
}

/** What is said of a person, to be changed. */
export function FactsFormView({ shown, since, version, heading, action, backPath, isOwn }: FactsFormProps) {
  return (
    <>
      <FormErrors form={shown} />
      <ChangedMeanwhile
        what="record"
        names={[...new Set(since.map(({ actorName }) => actorName))]}
        changes={since.map((revision) => (
          <RevisionInWords revision={revision} />
        ))}
        reloadPath={action}
      />
      <h1 class="govuk-heading-l">{heading}</h1>
      <form method="post" action={action} novalidate>
        <HiddenFields values={{ version: String(version) }} />
        <FactsFields shown={shown} isOwn={isOwn ?? false} />
        <ButtonGroup>
          <Button preventDoubleClick>Save</Button>
          <a class="govuk-link" href={backPath}>
            Leave it as it is
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
