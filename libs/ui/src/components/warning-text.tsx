import type { ComponentChildren } from 'preact';
import { classNames, type Attributes } from './content.js';

export interface WarningTextProps {
  readonly children: ComponentChildren;
  /** What screen readers hear for the icon; "Warning" unless given. */
  readonly iconFallbackText?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Something that has consequences if it is missed. */
export function WarningText({ children, iconFallbackText, classes, attributes }: WarningTextProps) {
  return (
    <div class={classNames('govuk-warning-text', classes)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconFallbackText || 'Warning'}</span> {children}
      </strong>
    </div>
  );
}
