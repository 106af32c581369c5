import { classNames, isPlainText, isPresent, type Attributes, type Content, type Maybe } from './content.js';

export interface Tab {
  readonly label: string;
  /** The panel's id; the prefix and the tab's position unless given. */
  readonly id?: string;
  /** Words alone become a paragraph; elements are left as they are. */
  readonly panel: Content;
  readonly panelAttributes?: Attributes;
  readonly attributes?: Attributes;
}

export interface TabsProps {
  readonly items: readonly Maybe<Tab>[];
  /** Heads the list where scripts do not run; "Contents" unless given. */
  readonly title?: string;
  readonly id?: string;
  readonly idPrefix?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Panels shown one at a time where scripts run; without them, a list of contents and all the panels. */
export function Tabs({ items, title = 'Contents', id, idPrefix = '', classes, attributes }: TabsProps) {
  const tabs = items
    .map((tab, index) => isPresent(tab) && placed(tab, index + 1, idPrefix))
    .filter(isPresent);
  return (
    <div id={id} class={classNames('govuk-tabs', classes)} {...attributes} data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{title}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {tabs.map((tab) => (
            <li
              class={classNames(
                'govuk-tabs__list-item',
                tab.position === 1 && 'govuk-tabs__list-item--selected',
              )}
            >
              <a class="govuk-tabs__tab" href={`#${tab.panelId}`} {...tab.attributes}>
                {tab.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {tabs.map((tab) => (
        <div
          class={classNames('govuk-tabs__panel', tab.position > 1 && 'govuk-tabs__panel--hidden')}
          id={tab.panelId}
          {...tab.panelAttributes}
        >
          {isPlainText(tab.panel) ? <p class="govuk-body">{tab.panel}</p> : tab.panel}
        </div>
      ))}
    </div>
  );
}

function placed(tab: Tab, position: number, idPrefix: string) {
  return { ...tab, position, panelId: tab.id ?? `${idPrefix}-${position}` };
}
