import { BackLink, type BackLinkProps } from './back-link.js';
import { Breadcrumbs, type Breadcrumb, type BreadcrumbsProps } from './breadcrumbs.js';
import type { Maybe } from './content.js';
import {
  Pagination,
  type PageGap,
  type PageItem,
  type PageLink,
  type PaginationProps,
} from './pagination.js';
import { ServiceNavigation, type NavigationItem, type ServiceNavigationProps } from './service-navigation.js';
import { SkipLink, type SkipLinkProps } from './skip-link.js';
import { Tabs, type Tab, type TabsProps } from './tabs.js';
import {
  content,
  describeFixtures,
  withContent,
  withContentIfAny,
  type TextOrHtml,
} from './testing/fixtures.js';

type Given<Props> = Omit<Props, 'children'> & TextOrHtml;
type GivenItem<Item> = Omit<Item, 'text'> & TextOrHtml;

/** The macro's default for a link without an address; pages have to give one. */
const NOWHERE = '#';
describeFixtures('back-link', ({ text, html, ...options }: Given<BackLinkProps>) => (
  <BackLink {...options} href={options.href || NOWHERE}>
    {text || html ? content({ text, html }) : undefined}
  </BackLink>
));
describeFixtures('skip-link', (options: Given<SkipLinkProps>) => (
  <SkipLink {...options}>{content(options)}</SkipLink>
));

type BreadcrumbsOptions = Omit<BreadcrumbsProps, 'items'> & {
  readonly items?: readonly GivenItem<Breadcrumb>[];
};
describeFixtures('breadcrumbs', ({ items = [], ...options }: BreadcrumbsOptions) => (
  <Breadcrumbs {...options} items={items.map(withContent)} />
));

type PaginationOptions = Omit<PaginationProps, 'items' | 'previous' | 'next'> & {
  readonly items?: readonly Maybe<PageItem | PageGap | Record<string, never>>[];
  readonly previous?: GivenItem<PageLink>;
  readonly next?: GivenItem<PageLink>;
};
/** To the macro an object without properties is an item left out. */
function isEmpty(item: Maybe<object>): item is Record<string, never> {
  return Boolean(item) && Object.keys(item || {}).length === 0;
}
describeFixtures('pagination', (options: PaginationOptions) => (
  <Pagination
    {...options}
    items={options.items?.map((item) => (isEmpty(item) ? undefined : item))}
    previous={withContentIfAny(options.previous)}
    next={withContentIfAny(options.next)}
  />
));

interface SlotOptions {
  readonly start?: string;
  readonly end?: string | { readonly html: string; readonly align?: 'inline' };
  readonly navigationStart?: string;
  readonly navigationEnd?: string;
}
type ServiceNavigationOptions = Omit<ServiceNavigationProps, 'navigation' | 'slots'> & {
  readonly navigation?: readonly Maybe<GivenItem<NavigationItem>>[];
  readonly slots?: SlotOptions;
};
function slots({ start, end, navigationStart, navigationEnd }: SlotOptions) {
  return {
    start: content({ html: start }),
    end: content({ html: typeof end === 'object' ? end.html : end }),
    endAlign: typeof end === 'object' ? end.align : undefined,
    navigationStart: content({ html: navigationStart }),
    navigationEnd: content({ html: navigationEnd }),
  };
}
describeFixtures('service-navigation', (options: ServiceNavigationOptions) => (
  <ServiceNavigation
    {...options}
    navigation={options.navigation?.map((item) => item && withContent(item))}
    slots={options.slots && slots(options.slots)}
  />
));

type TabOptions = Omit<Tab, 'panel' | 'panelAttributes'> & {
  readonly panel: TextOrHtml & { readonly attributes?: Tab['panelAttributes'] };
};
type TabsOptions = Omit<TabsProps, 'items'> & { readonly items?: readonly Maybe<TabOptions>[] };
describeFixtures('tabs', ({ items = [], ...options }: TabsOptions) => (
  <Tabs
    {...options}
    items={items.map(
      (item) => item && { ...item, panel: content(item.panel), panelAttributes: item.panel.attributes },
    )}
  />
));
