import { render } from 'preact-render-to-string';
import { ExportLinks, exportOf } from './export-links.js';

it('leads to both files of a page, with its query', () => {
  const html = render(<ExportLinks what="this list" file={exportOf('/stands/stock?place=2')} />);
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    '/stands/stock/export.csv?place=2',
    '/stands/stock/export.xlsx?place=2',
  ]);
  expect(exportOf('/stands/stock')('csv')).toBe('/stands/stock/export.csv');
});
