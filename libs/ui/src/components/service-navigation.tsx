import type { ComponentChildren } from 'preact';
import { classNames, hasContent, isPresent, type Attributes, type Content, type Maybe } from './content.js';

export interface NavigationItem {
  readonly text: Content;
  readonly href?: string;
  /** The page itself. */
  readonly current?: boolean;
  /** The section the page is in. */
  readonly active?: boolean;
  readonly attributes?: Attributes;
}

export interface ServiceNavigationSlots {
  readonly start?: ComponentChildren;
  readonly end?: ComponentChildren;
  /** Sets the end slot beside the navigation. */
  readonly endAlign?: 'inline';
  /** List items before the navigation's own. */
  readonly navigationStart?: ComponentChildren;
  readonly navigationEnd?: ComponentChildren;
}

export interface ServiceNavigationProps {
  readonly serviceName?: string;
  readonly serviceUrl?: string;
  readonly navigation?: readonly Maybe<NavigationItem>[];
  readonly navigationId?: string;
  readonly navigationClasses?: string;
  /** The navigation's name for screen readers; the menu button's words unless given. */
  readonly navigationLabel?: string;
  /** Puts the links behind a menu button on a phone, where scripts run; on if there is more than one. */
  readonly collapseNavigationOnMobile?: boolean;
  readonly menuButtonText?: string;
  readonly menuButtonLabel?: string;
  /** The landmark's name, where there is one; "Service information" unless given. */
  readonly ariaLabel?: string;
  readonly slots?: ServiceNavigationSlots;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** The service's name and its top-level links. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const { slots = {}, serviceName } = props;
  const common = {
    class: classNames('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  };
  const inner = (
    <div
      class={classNames(
        'govuk-width-container',
        slots.endAlign === 'inline' && 'govuk-service-navigation__inlining-container',
      )}
    >
      {slots.start}
      <div class="govuk-service-navigation__container">
        {serviceName && <ServiceName name={serviceName} url={props.serviceUrl} />}
        <Navigation {...props} />
      </div>
      {slots.end}
    </div>
  );
  // With more than the links in it, it is a landmark of its own; else the nav inside is one already.
  if (serviceName || hasContent(slots.start) || hasContent(slots.end)) {
    return (
      <section aria-label={props.ariaLabel ?? 'Service information'} {...common}>
        {inner}
      </section>
    );
  }
  return <div {...common}>{inner}</div>;
}

function ServiceName({ name, url }: { readonly name: string; readonly url: string | undefined }) {
  return (
    <span class="govuk-service-navigation__service-name">
      {url ? (
        <a href={url} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  );
}

function Navigation(props: ServiceNavigationProps) {
  const { slots = {}, menuButtonText = 'Menu', navigationId = 'navigation' } = props;
  const items = (props.navigation ?? []).filter(isPresent);
  if (items.length === 0 && !hasContent(slots.navigationStart) && !hasContent(slots.navigationEnd))
    return null;
  const menuLabel = props.menuButtonLabel === menuButtonText ? undefined : props.menuButtonLabel;
  return (
    <nav
      aria-label={props.navigationLabel ?? menuButtonText}
      class={classNames('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {(props.collapseNavigationOnMobile ?? items.length > 1) && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={navigationId}
          aria-label={menuLabel}
          hidden
          aria-hidden="true"
        >
          {menuButtonText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={navigationId}>
        {slots.navigationStart}
        {items.map(navigationItem)}
        {slots.navigationEnd}
      </ul>
    </nav>
  );
}

function navigationItem({ text, href, current, active, attributes }: NavigationItem) {
  const isHere = current === true || active === true;
  const ariaCurrent = isHere ? (current ? 'page' : 'true') : undefined;
  // Bold as well as coloured, for readers who set colours of their own.
  const content = isHere ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text;
  return (
    <li
      class={classNames('govuk-service-navigation__item', isHere && 'govuk-service-navigation__item--active')}
    >
      {href ? (
        <a class="govuk-service-navigation__link" href={href} aria-current={ariaCurrent} {...attributes}>
          {content}
        </a>
      ) : (
        hasContent(text) && (
          <span class="govuk-service-navigation__text" aria-current={ariaCurrent}>
            {content}
          </span>
        )
      )}
    </li>
  );
}
