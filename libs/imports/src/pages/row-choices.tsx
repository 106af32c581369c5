import { numberInWords } from '#ui';

/** How many rows a page of an import's table holds. */
export const rowsOnPage = 50;

/** Some of an import's rows that staff may want to see alone. */
export interface RowChoice {
  /** `all`, or what the address says: `problem`. */
  readonly name: string;
  readonly words: string;
  readonly count: number;
}

export interface RowChoicesProps {
  readonly choices: readonly RowChoice[];
  readonly chosen: string;
  /** The import's own page. */
  readonly path: string;
}

/** Links to some of the rows; left out where there is nothing to choose. */
export function RowChoices({ choices, chosen, path }: RowChoicesProps) {
  const offered = choices.filter(({ name, count }) => name === 'all' || count > 0);
  if (offered.length < 3) return null;
  return (
    <nav aria-label="Which rows">
      <ul class="cn-choices">
        {offered.map(({ name, words, count }) => (
          <li key={name}>
            <a href={rowsAddress(path, name, 1)} aria-current={name === chosen ? 'true' : undefined}>
              {words} ({numberInWords(count)})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The address of a page of some of the rows. */
export function rowsAddress(path: string, choice: string, page: number): string {
  const params = new URLSearchParams();
  if (choice !== 'all') params.set('show', choice);
  if (page > 1) params.set('page', String(page));
  return params.size === 0 ? path : `${path}?${params.toString()}#rows`;
}

/** Which rows an address asks for; the first of all of them where it asks for nothing known. */
export function readRowChoice<Name extends string>(
  query: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): { readonly choice: Name | 'all'; readonly page: number } {
  const { show, page } = query;
  const number = typeof page === 'string' && /^\d{1,4}$/.test(page) ? Number(page) : 1;
  return { choice: names.find((name) => name === show) ?? 'all', page: Math.max(number, 1) };
}
