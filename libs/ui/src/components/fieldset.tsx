import type { ComponentChildren } from 'preact';
import {
  classNames,
  hasContent,
  isContent,
  type Attributes,
  type Content,
  type ContentOptions,
} from './content.js';

export interface LegendOptions extends Omit<ContentOptions, 'attributes'> {
  /** Makes the legend the page's `h1`, for a page that asks one question. */
  readonly isPageHeading?: boolean;
}

export interface FieldsetOptions {
  readonly legend?: Content | LegendOptions;
  /** Ids of elements elsewhere on the page that describe the group. */
  readonly describedBy?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

export interface FieldsetProps extends FieldsetOptions {
  readonly role?: 'group';
  readonly children?: ComponentChildren;
}

/** A group of controls under one question. */
export function Fieldset({ legend, describedBy, classes, role, attributes, children }: FieldsetProps) {
  return (
    <fieldset
      class={classNames('govuk-fieldset', classes)}
      role={role}
      aria-describedby={describedBy || undefined}
      {...attributes}
    >
      {legend !== undefined && <Legend {...(isContent(legend) ? { text: legend } : legend)} />}
      {children}
    </fieldset>
  );
}

function Legend({ text, classes, isPageHeading }: LegendOptions) {
  if (!hasContent(text)) return null;
  return (
    <legend class={classNames('govuk-fieldset__legend', classes)}>
      {isPageHeading ? <h1 class="govuk-fieldset__heading">{text}</h1> : text}
    </legend>
  );
}
