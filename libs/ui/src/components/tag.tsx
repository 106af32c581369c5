import type { ComponentChildren } from 'preact';
import { classNames, type Attributes } from './content.js';

export type TagColour =
  'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

export interface TagProps {
  /** An adjective, in sentence case: the colour must not be the only sign of it. */
  readonly children: ComponentChildren;
  /** Blue unless given. */
  readonly colour?: TagColour;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** What state something is in, in a word or two. */
export function Tag({ children, colour, classes, attributes }: TagProps) {
  return (
    <strong class={classNames('govuk-tag', colour && `govuk-tag--${colour}`, classes)} {...attributes}>
      {children}
    </strong>
  );
}

/** Several tags of one thing, side by side or, where there is no room, one under the other. */
export function Tags({ children }: { readonly children: ComponentChildren }) {
  return <div class="cn-tags">{children}</div>;
}
