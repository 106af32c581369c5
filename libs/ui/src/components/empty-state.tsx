import { h, type ComponentChildren } from 'preact';
import type { Content } from './content.js';

export interface EmptyStateProps {
  /** What is not here yet: "No shifts yet". */
  readonly titleText: Content;
  /** What will be here and how to begin. */
  readonly children: ComponentChildren;
  /** 2 unless given. */
  readonly headingLevel?: 2 | 3 | 4;
}

/** Stands where a list will be, or where a search found nothing. */
export function EmptyState({ titleText, children, headingLevel = 2 }: EmptyStateProps) {
  return (
    <div class="cn-empty">
      {h(`h${headingLevel}`, { class: 'govuk-heading-s' }, titleText)}
      {children}
    </div>
  );
}
