import type { ComponentChildren } from 'preact';
import { classNames, type Attributes } from './content.js';

export interface SkipLinkProps {
  /** "Skip to main content" unless given. */
  readonly children?: ComponentChildren;
  /** `#content` unless given. */
  readonly href?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** The page's first link, past the navigation, seen when it has the focus. */
export function SkipLink({ children = 'Skip to main content', href, classes, attributes }: SkipLinkProps) {
  return (
    <a
      href={href || '#content'}
      class={classNames('govuk-skip-link', classes)}
      {...attributes}
      data-module="govuk-skip-link"
    >
      {children}
    </a>
  );
}
