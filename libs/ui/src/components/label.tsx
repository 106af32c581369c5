import type { ComponentChildren } from 'preact';
import { classNames, hasContent, type Attributes, type ContentOptions } from './content.js';

export interface LabelOptions extends ContentOptions {
  /** Makes the label the page's `h1`, for a page that asks one question. */
  readonly isPageHeading?: boolean;
}

export interface LabelProps {
  readonly children?: ComponentChildren;
  readonly for?: string;
  readonly isPageHeading?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** The label of one control. */
export function Label({ children, for: htmlFor, isPageHeading, classes, attributes }: LabelProps) {
  if (!hasContent(children)) return null;
  const label = (
    <label class={classNames('govuk-label', classes)} {...attributes} for={htmlFor}>
      {children}
    </label>
  );
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
