import type { ComponentChildren } from 'preact';
import { Button, ButtonGroup, FormErrors, HiddenFields, type Form, type SubmittedValues } from '#ui';

export interface FormPageProps {
  readonly heading: string;
  /** Where the form is sent. */
  readonly action: string;
  readonly form: Form;
  /** What goes along unseen. */
  readonly hidden: SubmittedValues;
  /** What the button does: "Save the changes". */
  readonly saveLabel: string;
  /** What the button sends as `action`. */
  readonly saveAction?: string;
  readonly cancelLabel?: string;
  readonly cancelPath: string;
  /** Said above the form: what somebody else changed meanwhile. */
  readonly notice?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The page round a form of staff's. */
export function FormPage(props: FormPageProps) {
  return (
    <>
      <FormErrors form={props.form} />
      {props.notice}
      <h1 class="govuk-heading-xl">{props.heading}</h1>
      <form method="post" action={props.action} novalidate>
        <HiddenFields values={props.hidden} />
        {props.children}
        <ButtonGroup>
          <Button name="action" value={props.saveAction ?? 'save'} preventDoubleClick>
            {props.saveLabel}
          </Button>
          <a class="govuk-link" href={props.cancelPath}>
            {props.cancelLabel ?? 'Cancel'}
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
