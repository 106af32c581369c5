import type { ComponentChildren } from 'preact';
import { classNames, hasContent, type Attributes, type Content } from './content.js';

export interface ErrorSummaryItem {
  readonly text: Content;
  /** The control to put right: `#` and its id. Without one the error is plain words. */
  readonly href?: string;
  readonly attributes?: Attributes;
}

export interface ErrorSummaryProps {
  readonly titleText: Content;
  readonly errorList?: readonly ErrorSummaryItem[];
  /** A description between title and list. */
  readonly children?: ComponentChildren;
  readonly disableAutoFocus?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** What is wrong with a form, at the top of the page, each error a link to its control. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { titleText, errorList = [], children } = props;
  return (
    <div
      class={classNames('govuk-error-summary', props.classes)}
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
      data-module="govuk-error-summary"
    >
      {/* The alert is a child of its own: a script that focuses the outer element would else cut it short. */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">{titleText}</h2>
        <div class="govuk-error-summary__body">
          {hasContent(children) && <p>{children}</p>}
          {errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errorList.map(({ text, href, attributes }) => (
                <li>
                  {href ? (
                    <a href={href} {...attributes}>
                      {text}
                    </a>
                  ) : (
                    text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
