import { Pagination, type PageGap, type PageItem } from './pagination.js';

export interface PagesProps {
  /** The page shown, from 1. */
  readonly current: number;
  /** How many pages there are. */
  readonly total: number;
  readonly href: (page: number) => string;
  readonly landmarkLabel?: string;
}

/** The numbered pages of a long list; nothing if it has only one. */
export function Pages({ current, total, href, landmarkLabel }: PagesProps) {
  if (total <= 1) return null;
  return (
    <Pagination
      items={pageItems(current, total, href)}
      previous={current > 1 ? { href: href(current - 1) } : undefined}
      next={current < total ? { href: href(current + 1) } : undefined}
      landmarkLabel={landmarkLabel}
    />
  );
}

/**
 * The pages to offer, as the design system advises: the first, the last, the current one and its neighbours. A gap
 * stands for more than one page; a single page is shown rather than left out.
 */
function pageItems(
  current: number,
  total: number,
  href: PagesProps['href'],
): readonly (PageItem | PageGap)[] {
  const near = [1, current - 1, current, current + 1, total];
  const shown = [...new Set(near)].filter((page) => page >= 1 && page <= total);
  return shown.flatMap((page, index) => {
    const item = { number: page, href: href(page), current: page === current };
    const missing = page - (shown[index - 1] ?? 0) - 1;
    if (missing === 0) return [item];
    return [missing === 1 ? { number: page - 1, href: href(page - 1) } : { ellipsis: true as const }, item];
  });
}
