import type { ComponentChildren } from 'preact';
import { classNames, type Attributes, type ContentOptions } from './content.js';

export interface ErrorMessageOptions extends ContentOptions {
  /** What screen readers hear before the message; `''` for nothing. */
  readonly visuallyHiddenText?: string;
}

export interface ErrorMessageProps {
  /** Says what is wrong and what to do about it. */
  readonly children: ComponentChildren;
  readonly id?: string;
  readonly visuallyHiddenText?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** The message of one field, shown above its control. */
export function ErrorMessage(props: ErrorMessageProps) {
  const { children, visuallyHiddenText = 'Error' } = props;
  return (
    <p id={props.id} class={classNames('govuk-error-message', props.classes)} {...props.attributes}>
      {visuallyHiddenText !== '' && (
        <>
          <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      )}
      {children}
    </p>
  );
}
