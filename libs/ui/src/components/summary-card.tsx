import { h, type ComponentChildren } from 'preact';
import { classNames, isContent, type Attributes, type Content } from './content.js';

export interface SummaryAction {
  readonly href: string;
  /** A verb: "Change". */
  readonly text: Content;
  /** What the verb is about, for those who hear the link by itself. */
  readonly visuallyHiddenText?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

interface CardTitle {
  readonly text: Content;
  /** 2 unless given. */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly classes?: string;
}

export interface SummaryCardOptions {
  readonly title?: Content | CardTitle;
  readonly actions?: { readonly items?: readonly SummaryAction[]; readonly classes?: string };
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** The card round a summary list. */
export function SummaryCard(props: SummaryCardOptions & { readonly children: ComponentChildren }) {
  const { title, children } = props;
  const actions = props.actions?.items ?? [];
  const actionsClass = classNames('govuk-summary-card__actions', props.actions?.classes);
  return (
    <div class={classNames('govuk-summary-card', props.classes)} {...props.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title !== undefined && <Title {...(isContent(title) ? { text: title } : title)} />}
        {actions.length === 1 && (
          <div class={actionsClass}>
            {actions.map((action) => (
              <SummaryActionLink action={action} cardTitle={title} />
            ))}
          </div>
        )}
        {actions.length > 1 && (
          <ul class={actionsClass}>
            {actions.map((action) => (
              <li class="govuk-summary-card__action">
                <SummaryActionLink action={action} cardTitle={title} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

function Title({ text, headingLevel = 2, classes }: CardTitle) {
  return h(`h${headingLevel}`, { class: classNames('govuk-summary-card__title', classes) }, text);
}

interface SummaryActionLinkProps {
  readonly action: SummaryAction;
  readonly cardTitle: Content | CardTitle | undefined;
}

/** A link that does something with a row or card, and says with which one to those who hear it by itself. */
export function SummaryActionLink({ action, cardTitle }: SummaryActionLinkProps) {
  const { text, visuallyHiddenText } = action;
  const title = cardTitle === undefined || isContent(cardTitle) ? cardTitle : cardTitle.text;
  return (
    <a class={classNames('govuk-link', action.classes)} href={action.href} {...action.attributes}>
      {text}
      {(visuallyHiddenText || title !== undefined) && (
        <span class="govuk-visually-hidden">
          {visuallyHiddenText && ` ${visuallyHiddenText}`}
          {title !== undefined && <> ({title})</>}
        </span>
      )}
    </a>
  );
}
