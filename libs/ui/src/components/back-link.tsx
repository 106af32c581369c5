import type { ComponentChildren } from 'preact';
import { classNames, type Attributes } from './content.js';

export interface BackLinkProps {
  readonly href: string;
  /** "Back" unless given. */
  readonly children?: ComponentChildren;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** A link to the page before, for pages that are steps. */
export function BackLink({ href, children = 'Back', classes, attributes }: BackLinkProps) {
  return (
    <a href={href} class={classNames('govuk-back-link', classes)} {...attributes}>
      {children}
    </a>
  );
}
