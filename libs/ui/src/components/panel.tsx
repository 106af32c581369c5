import { h, type ComponentChildren } from 'preact';
import { Button } from './button.js';
import { classNames, hasContent, type Attributes, type Content } from './content.js';

export interface PanelAction {
  readonly text: string;
  /** Makes the action a link, which looks like a button if `type` is `button`. */
  readonly href?: string;
  readonly type?: 'submit' | 'button';
  readonly classes?: string;
  readonly attributes?: Attributes;
}

export interface PanelProps {
  readonly titleText: Content;
  readonly children?: ComponentChildren;
  /** 1 unless given. */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  /** Asks the reader to stop and think, rather than confirming. */
  readonly interruption?: boolean;
  /** What an interruption offers to do. */
  readonly actions?: {
    readonly items?: readonly PanelAction[];
    readonly classes?: string;
    readonly attributes?: Attributes;
  };
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Confirms that a journey is at its end, or interrupts one. */
export function Panel(props: PanelProps) {
  const { children, actions, interruption = false } = props;
  const kind = interruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation';
  return (
    <div class={classNames('govuk-panel', kind, props.classes)} {...props.attributes}>
      {h(`h${props.headingLevel ?? 1}`, { class: 'govuk-panel__title' }, props.titleText)}
      {hasContent(children) && <div class="govuk-panel__body">{children}</div>}
      {interruption && actions && (
        <div class={classNames('govuk-panel__actions', actions.classes)} {...actions.attributes}>
          {actions.items && actions.items.length > 0 && (
            <div class="govuk-button-group">
              {actions.items.map((action) => (
                <Action {...action} />
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function Action({ text, href, type, classes, attributes }: PanelAction) {
  if (href && type !== 'button') {
    return (
      <a class={classNames('govuk-link govuk-link--inverse', classes)} href={href} {...attributes}>
        {text}
      </a>
    );
  }
  return (
    <Button
      type={type ?? 'button'}
      href={href}
      classes={classNames('govuk-button--inverse', classes)}
      attributes={attributes}
    >
      {text}
    </Button>
  );
}
