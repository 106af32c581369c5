import type { ComponentChildren } from 'preact';
import { classNames, type Attributes, type ContentOptions } from './content.js';

export type HintOptions = ContentOptions;

export interface HintProps {
  readonly children: ComponentChildren;
  readonly id?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Help that belongs to a control or a group of them. */
export function Hint({ children, id, classes, attributes }: HintProps) {
  return (
    <div id={id} class={classNames('govuk-hint', classes)} {...attributes}>
      {children}
    </div>
  );
}
