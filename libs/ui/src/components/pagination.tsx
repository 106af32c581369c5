import type { ComponentChildren } from 'preact';
import { classNames, hasContent, isPresent, type Attributes, type Content, type Maybe } from './content.js';

export interface PageItem {
  readonly number: number | string;
  readonly href: string;
  readonly current?: boolean;
  /** "Page" and the number unless given. */
  readonly visuallyHiddenText?: string;
  readonly attributes?: Attributes;
}

/** Pages left out. */
export interface PageGap {
  readonly ellipsis: true;
}

export interface PageLink {
  readonly href: string;
  readonly text?: Content;
  /** What is there, shown where the pages have no numbers: "November 2026". */
  readonly labelText?: string;
  readonly attributes?: Attributes;
}

export interface PaginationProps {
  readonly items?: readonly Maybe<PageItem | PageGap>[];
  readonly previous?: PageLink;
  readonly next?: PageLink;
  /** "Pagination" unless given; a page with two needs two names. */
  readonly landmarkLabel?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Links to the pages before and after, numbered or not. */
export function Pagination({ items, previous, next, landmarkLabel, classes, attributes }: PaginationProps) {
  const isBlock = !items && Boolean(next ?? previous);
  return (
    <nav
      class={classNames('govuk-pagination', isBlock && 'govuk-pagination--block', classes)}
      aria-label={landmarkLabel ?? 'Pagination'}
      {...attributes}
    >
      {previous?.href && <ArrowLink link={previous} rel="prev" word="Previous" isBlock={isBlock} />}
      {items && <ul class="govuk-pagination__list">{items.filter(isPresent).map(pageItem)}</ul>}
      {next?.href && <ArrowLink link={next} rel="next" word="Next" isBlock={isBlock} />}
    </nav>
  );
}

function pageItem(item: PageItem | PageGap) {
  if ('ellipsis' in item) {
    return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  }
  return (
    <li class={classNames('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  );
}

interface ArrowLinkProps {
  readonly link: PageLink;
  readonly rel: 'prev' | 'next';
  readonly word: string;
  readonly isBlock: boolean;
}

function ArrowLink({ link, rel, word, isBlock }: ArrowLinkProps) {
  const arrowFirst = isBlock || rel === 'prev';
  return (
    <div class={`govuk-pagination__${rel}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={rel} {...link.attributes}>
        {arrowFirst && <Arrow rel={rel} />}
        <span
          class={classNames(
            'govuk-pagination__link-title',
            isBlock && !link.labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {hasContent(link.text) ? link.text : <DefaultTitle>{word}</DefaultTitle>}
        </span>
        {isBlock && link.labelText && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!arrowFirst && <Arrow rel={rel} />}
      </a>
    </div>
  );
}

function DefaultTitle({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      {children}
      <span class="govuk-visually-hidden"> page</span>
    </>
  );
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const;

function Arrow({ rel }: { readonly rel: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${rel}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROWS[rel]} />
    </svg>
  );
}
