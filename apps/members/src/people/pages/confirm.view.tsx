import type { ComponentChildren } from 'preact';
import { Button, ButtonGroup, FormErrors, HiddenFields, type Form, type SubmittedValues } from '#ui';

export interface ConfirmProps {
  /** A question: "Remove this address?" */
  readonly heading: string;
  /** What will happen. */
  readonly children: ComponentChildren;
  readonly action: string;
  readonly hidden?: SubmittedValues;
  /** What the button says: a verb and its object. */
  readonly button: string;
  readonly isWarning?: boolean;
  readonly cancelPath: string;
  /** What the other way says. */
  readonly cancel: string;
  readonly shown?: Form;
}

/** Asks once more before something is done that is not easily gone back on. */
export function ConfirmView(props: ConfirmProps) {
  return (
    <>
      {props.shown && <FormErrors form={props.shown} />}
      <h1 class="govuk-heading-l">{props.heading}</h1>
      {props.children}
      <form method="post" action={props.action} novalidate>
        <HiddenFields values={props.hidden ?? {}} />
        <ButtonGroup>
          <Button preventDoubleClick classes={props.isWarning ? 'govuk-button--warning' : undefined}>
            {props.button}
          </Button>
          <a class="govuk-link" href={props.cancelPath}>
            {props.cancel}
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
