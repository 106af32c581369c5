import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { EndOfList } from './end-of-list.js';
import { FilterForm } from './filter-form.js';
import { Input } from './input.js';

const form = (all: { text: string; href: string } | null) =>
  renderToString(
    <FilterForm action="/people" label="People" show="Show these people" all={all}>
      <Input name="q" label="Name" value={'<"x">'} />
    </FilterForm>,
  );

describe('a form that filters a list', () => {
  it('makes an address, and can be found as a search', () => {
    const html = form(null);
    expect(html).toContain(
      '<form class="cn-filters" method="get" action="/people" role="search" aria-label="People">',
    );
    expect(html).toContain('value="&lt;&quot;x');
    expect(html).toMatch(/<button [^>]*class="[^"]*govuk-button--secondary[^"]*"[^>]*>\s*Show these people/);
  });

  it('leads back to the whole list only from a part of it', () => {
    expect(form(null)).not.toContain('<a ');
    expect(form({ text: 'Show everybody', href: '/people?a=1&b=2' })).toContain(
      '<a class="govuk-link" href="/people?a=1&amp;b=2">Show everybody</a>',
    );
  });
});

describe('the end of a list', () => {
  it('leads to its first page', () => {
    expect(renderToString(<EndOfList firstPage="/people" headingLevel={3} />)).toBe(
      '<div class="cn-empty"><h3 class="govuk-heading-s">The list ends before this page</h3>' +
        '<p class="govuk-body"><a class="govuk-link" href="/people">Go to its first page</a></p></div>',
    );
  });
});
