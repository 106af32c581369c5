import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { render } from 'preact-render-to-string';
import { wordsOf } from './document-words.js';
import { DocumentView } from './document.view.js';
import { creditNote, invoice, line, receipt } from './testing/sample-documents.js';

type Node = DefaultTreeAdapterTypes.ChildNode;

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join(' ') : '';
}

const pageText = (html: string): string =>
  parseFragment(html).childNodes.map(textOf).join(' ').replaceAll(/\s+/g, ' ');

describe('the page of a document', () => {
  it.each([
    [
      'invoice',
      invoice([line('Both days: Sam Example'), line('Dinner: عمر خالد', 4_500, 0)], {
        notes: ['Thank you.'],
      }),
    ],
    ['credit note', creditNote([line('Both days: Sam Example')])],
    ['receipt', receipt()],
    ['free', invoice([line('Free: Sam Example', 0)])],
  ])('says the same as its PDF: %s', (_, document) => {
    const text = pageText(render(<DocumentView document={document} />));
    const { from, to, facts, correction, table, totals, toPay, notes } = wordsOf(document);
    const said = [
      from.value,
      to.value,
      ...facts.flatMap(({ label, value }) => [label, value]),
      correction ?? '',
      table?.heading ?? '',
      ...(table?.rows ?? []).flat(),
      ...totals.flatMap(({ label, amount }) => [label, amount]),
      toPay?.heading ?? '',
      toPay?.text ?? '',
      ...(toPay?.facts ?? []).flatMap(({ value }) => [value]),
      ...notes,
    ].flatMap((words) => words.split('\n'));
    for (const words of said) expect(text.replaceAll('\u2060', '')).toContain(words);
  });

  it('shows what people wrote as they wrote it', () => {
    const html = render(<DocumentView document={invoice([line('<script>alert(1)</script> & Co.')])} />);
    expect(html).toContain('&lt;script>');
    expect(pageText(html)).toContain('<script>alert(1)</script> & Co.');
  });

  it('keeps a minus sign with its amount', () => {
    expect(render(<DocumentView document={invoice([line('Discount', -5_000)])} />)).toContain(
      '−\u2060£50.00',
    );
  });

  it('keeps the direction of a name to itself', () => {
    expect(render(<DocumentView document={invoice([line('عمر خالد')])} />)).toContain('<bdi>عمر خالد</bdi>');
  });
});
