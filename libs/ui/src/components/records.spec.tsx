import { expect, test } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { EmptyState } from './empty-state.js';
import { ResponsiveTable } from './responsive-table.js';
import { nextSort, sortFrom, sortParameter, type Sort } from './sort.js';
import { Table } from './table.js';
import { normaliseHtml } from './testing/normalise-html.js';
import { Timeline } from './timeline.js';

const COLUMNS = [
  { key: 'title', heading: 'Event', sortable: true },
  { key: 'places', heading: 'Places', format: 'numeric' as const, sortable: true },
  { key: 'status', heading: 'Status' },
];
const ROWS = [['Officer call', 40, <b>Published</b>], undefined, ['AGM', 0, undefined]];

function table(sort?: Sort) {
  return renderToString(
    <ResponsiveTable
      caption="Events"
      columns={COLUMNS}
      rows={ROWS}
      sort={sort}
      sortHref={(next) => `?sort=${sortParameter(next)}`}
    />,
  );
}

test('a responsive table without sorting is the design system’s, with roles and each cell’s heading', () => {
  const html = renderToString(
    <ResponsiveTable
      caption="Events"
      columns={COLUMNS.map(({ key, heading }) => ({ key, heading }))}
      rows={ROWS}
    />,
  );
  const plain = renderToString(
    <Table
      caption="Events"
      classes="cn-table"
      firstCellIsHeader
      head={COLUMNS.map(({ heading }) => ({ text: heading }))}
      rows={ROWS.map((row) => row && row.map((text) => ({ text })))}
    />,
  );
  expect(normaliseHtml(html.replaceAll(/ (?:role|data-label)="[^"]*"/g, ''))).toBe(normaliseHtml(plain));
  expect([...html.matchAll(/data-label="([^"]*)"/g)].map(([, label]) => label)).toEqual([
    'Places',
    'Status',
    'Places',
    'Status',
  ]);
  const roles = new Map<string, Set<string>>();
  for (const [, tag = '', role = ''] of html.matchAll(/<(\w+)[^>]* role="(\w+)"/g)) {
    roles.set(tag, (roles.get(tag) ?? new Set()).add(role));
  }
  expect(Object.fromEntries([...roles].map(([tag, names]) => [tag, [...names]]))).toEqual({
    table: ['table'],
    thead: ['rowgroup'],
    tbody: ['rowgroup'],
    tr: ['row'],
    th: ['columnheader', 'rowheader'],
    td: ['cell'],
  });
});

test('a sortable column’s heading is a link, above the cards too, and the sorted one says so', () => {
  const html = table({ key: 'title', direction: 'ascending' });
  const links = [...html.matchAll(/href="(\?sort=[^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual(['?sort=-title', '?sort=places', '?sort=-title', '?sort=places']);
  expect([...html.matchAll(/aria-sort="(\w+)"/g)].map(([, sort]) => sort)).toEqual(['ascending']);
  expect(html).toContain(
    '<th scope="col" role="columnheader" class="govuk-table__header" aria-sort="ascending"><a',
  );
  expect(html).toContain(
    'aria-current="true">Event<span class="govuk-visually-hidden">, sorted ascending</span>',
  );
  expect(table()).not.toContain('aria-sort');
});

test('a heading sorts upwards first, then the other way, and an address says which', () => {
  const up = nextSort('title', undefined);
  const down = nextSort('title', up);
  expect([up, down, nextSort('title', down), nextSort('places', up)].map(sortParameter)).toEqual([
    'title',
    '-title',
    'title',
    'places',
  ]);
  const keys = ['title', 'places'] as const;
  const usual = { key: 'places', direction: 'descending' } as const;
  expect(sortFrom('-title', keys, usual)).toEqual({ key: 'title', direction: 'descending' });
  expect(sortFrom('title', keys, usual)).toEqual({ key: 'title', direction: 'ascending' });
  for (const other of ['password', '--title', '', undefined, ['title']]) {
    expect(sortFrom(other, keys, usual)).toBe(usual);
  }
});

test('a timeline is a list of what happened, when and by whom', () => {
  const html = renderToString(
    <Timeline
      headingLevel={2}
      entries={[
        {
          title: 'Cancelled',
          when: 'Today, 9am',
          datetime: '2026-06-01T08:00Z',
          by: 'Sam',
          children: <p>Flood</p>,
        },
        { title: 'Published', when: '1 May 2026', datetime: '2026-05-01' },
      ]}
    />,
  );
  expect(html).toBe(
    '<ol class="cn-timeline">' +
      '<li><h2 class="cn-timeline__title">Cancelled</h2><p class="cn-timeline__when">' +
      '<time datetime="2026-06-01T08:00Z">Today, 9am</time> by Sam</p><p>Flood</p></li>' +
      '<li><h2 class="cn-timeline__title">Published</h2><p class="cn-timeline__when">' +
      '<time datetime="2026-05-01">1 May 2026</time></p></li></ol>',
  );
});

test('an empty state has a heading and says how to begin', () => {
  expect(
    renderToString(
      <EmptyState titleText="No shifts yet">
        <p>Add the first.</p>
      </EmptyState>,
    ),
  ).toBe('<div class="cn-empty"><h2 class="govuk-heading-s">No shifts yet</h2><p>Add the first.</p></div>');
});
