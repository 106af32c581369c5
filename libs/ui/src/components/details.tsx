import type { ComponentChildren } from 'preact';
import { classNames, type Attributes, type Content } from './content.js';

export interface DetailsProps {
  readonly summaryText: Content;
  readonly children: ComponentChildren;
  readonly open?: boolean;
  readonly id?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Help that only some readers need, opened by its summary. */
export function Details({ summaryText, children, open, id, classes, attributes }: DetailsProps) {
  return (
    <details id={id} class={classNames('govuk-details', classes)} {...attributes} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summaryText}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
