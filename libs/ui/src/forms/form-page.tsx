import type { ComponentChildren } from 'preact';
import { Button, ButtonGroup } from '../components/button.js';
import type { Form } from './form.js';
import { FormErrors } from './form-errors.js';
import { HiddenFields } from './hidden-fields.js';
import type { SubmittedValues } from './submitted-values.js';

export interface FormPageProps {
  readonly heading: string;
  /** Where the form is sent. */
  readonly action: string;
  readonly form: Form;
  /** Whether it has a control for files. */
  readonly takesFiles?: boolean;
  /** What goes along unseen. */
  readonly hidden?: SubmittedValues;
  /** What the button does: "Save the changes". */
  readonly saveLabel: string;
  /** Marks the button as one that takes something away. */
  readonly isWarning?: boolean;
  readonly cancelLabel?: string;
  readonly cancelPath: string;
  /** Said above the form: what somebody else changed meanwhile. */
  readonly notice?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The page round a form with one button: its errors, its heading, and the way back without saving. */
export function FormPage(props: FormPageProps) {
  return (
    <>
      <FormErrors form={props.form} />
      {props.notice}
      <h1 class="govuk-heading-xl">{props.heading}</h1>
      <form
        method="post"
        action={props.action}
        enctype={props.takesFiles === true ? 'multipart/form-data' : undefined}
        novalidate
      >
        <HiddenFields values={props.hidden ?? {}} />
        {props.children}
        <ButtonGroup>
          <Button preventDoubleClick {...(props.isWarning && { classes: 'govuk-button--warning' })}>
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
