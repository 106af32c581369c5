import type { ComponentChildren } from 'preact';
import { Button, ButtonGroup, FormErrors, HiddenFields, type Form, type SubmittedValues } from '#ui';

export interface EventFormPageProps {
  readonly heading: string;
  /** Where the form is sent. */
  readonly action: string;
  readonly form: Form;
  /** What goes along unseen. */
  readonly hidden: SubmittedValues;
  /** What the main button does: "Save the draft". */
  readonly saveLabel: string;
  readonly cancelPath: string;
  /** Said above the form: what somebody else changed meanwhile. */
  readonly notice?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The page round the form for an event. */
export function EventFormPage(props: EventFormPageProps) {
  return (
    <>
      <FormErrors form={props.form} />
      {props.notice}
      <h1 class="govuk-heading-xl">{props.heading}</h1>
      <form method="post" action={props.action} novalidate>
        <HiddenFields values={props.hidden} />
        {props.children}
        <ButtonGroup>
          <Button name="action" value="save" preventDoubleClick>
            {props.saveLabel}
          </Button>
          <Button name="action" value="preview" classes="govuk-button--secondary">
            Preview
          </Button>
          <a class="govuk-link" href={props.cancelPath}>
            Cancel
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
