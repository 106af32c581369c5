import type { ComponentChildren } from 'preact';
import { Button, ButtonGroup } from '#ui';

export interface ConfirmPutBackProps {
  /** A question. */
  readonly heading: string;
  /** What will happen. */
  readonly children: ComponentChildren;
  readonly action: string;
  readonly button: string;
  readonly cancelPath: string;
  readonly cancel: string;
}

/** Asks once more before messages are put back. */
export function ConfirmPutBack(props: ConfirmPutBackProps) {
  return (
    <>
      <h1 class="govuk-heading-l">{props.heading}</h1>
      {props.children}
      <form method="post" action={props.action}>
        <ButtonGroup>
          <Button preventDoubleClick>{props.button}</Button>
          <a class="govuk-link" href={props.cancelPath}>
            {props.cancel}
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
