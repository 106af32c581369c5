import type { ComponentChildren } from 'preact';
import { classNames, isPlainText, type Attributes } from './content.js';

export interface ButtonProps {
  /** A verb and its object: "Book five places". */
  readonly children?: ComponentChildren;
  /** Makes the button a link that looks like one. */
  readonly href?: string;
  readonly type?: 'submit' | 'button' | 'reset';
  readonly name?: string;
  readonly value?: string;
  readonly id?: string;
  readonly disabled?: boolean;
  readonly isStartButton?: boolean;
  /** Only has an effect where the design system's script runs; the server must bear a second press. */
  readonly preventDoubleClick?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** A button, or with `href` a link that looks like one. */
export function Button(props: ButtonProps) {
  const { children, href, isStartButton = false } = props;
  const common = {
    class: classNames('govuk-button', props.classes, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...props.attributes,
    ...(props.id !== undefined && { id: props.id }),
  };
  const content = (
    <>
      {isStartButton && !isPlainText(children) ? <span>{children}</span> : children}
      {isStartButton && <StartIcon />}
    </>
  );
  if (href) {
    return (
      <a href={href} role="button" draggable={false} {...common}>
        {content}
      </a>
    );
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...common}
    >
      {content}
    </button>
  );
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}

/** Buttons that belong together, side by side, the main one first. */
export function ButtonGroup({ children }: { readonly children: ComponentChildren }) {
  return <div class="govuk-button-group">{children}</div>;
}
