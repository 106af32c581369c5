import type { ComponentChildren } from 'preact';
import { labelsPath, ledgerPath, stockPath, transportsPath } from '../addresses.js';

const parts = [
  { path: stockPath, text: 'What is where' },
  { path: ledgerPath, text: 'Ledger' },
  { path: transportsPath, text: 'Who carries what' },
  { path: labelsPath, text: 'Labels' },
] as const;

export interface StockFrameProps {
  readonly heading: string;
  readonly caption?: string;
  /** The part that the page is. */
  readonly current?: (typeof parts)[number]['path'];
  readonly children: ComponentChildren;
}

/** The heading of staff’s pages of the stock, and the way to its parts. */
export function StockFrame({ heading, caption, current, children }: StockFrameProps) {
  return (
    <>
      {caption !== undefined && <span class="govuk-caption-xl">{caption}</span>}
      <h1 class="govuk-heading-xl">{heading}</h1>
      <nav class="cn-no-print" aria-label="Parts of the stock">
        <ul class="cn-choices">
          {parts.map(({ path, text }) => (
            <li key={path}>
              <a href={path} aria-current={path === current ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  );
}
