import { customersPath, invoicesPath, moneyPath } from '../addresses.js';

const pages = [
  { path: moneyPath, text: 'Overview' },
  { path: invoicesPath, text: 'Invoices' },
  { path: customersPath, text: 'Customers' },
] as const;

/** The treasurer's pages, on each of them. */
export function MoneyNavigation({ current }: { readonly current: (typeof pages)[number]['path'] | null }) {
  return (
    <nav aria-label="Money">
      <ul class="cn-choices">
        {pages.map(({ path, text }) => (
          <li key={path}>
            <a href={path} aria-current={path === current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
