import type { ComponentChildren } from 'preact';
import { classNames, type Attributes } from './content.js';

export interface InsetTextProps {
  readonly children: ComponentChildren;
  readonly id?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Text that stands out from what is round it. */
export function InsetText({ children, id, classes, attributes }: InsetTextProps) {
  return (
    <div id={id} class={classNames('govuk-inset-text', classes)} {...attributes}>
      {children}
    </div>
  );
}
