import { renderToString } from 'preact-render-to-string';
import { FieldChanges } from './field-changes.js';

const words = (html: string) => html.replaceAll(/<[^>]*>/g, '');
const changes = [{ name: 'Price', before: '', after: '25% off' }];

describe('what was changed', () => {
  it('is told from what to what', () => {
    expect(words(renderToString(<FieldChanges changes={changes} />))).toBe('Price: nothing → 25% off');
  });

  it('is told as it is where the thing is new', () => {
    expect(words(renderToString(<FieldChanges changes={changes} isNew />))).toBe('Price: 25% off');
  });

  it('is folded away where it is long, and says what there is to see', () => {
    const long = [{ name: 'Terms', before: '', after: 'a'.repeat(300) }];
    expect(renderToString(<FieldChanges changes={long} isNew />)).toContain(
      '<summary>Terms: show it</summary>',
    );
    expect(renderToString(<FieldChanges changes={long} />)).toContain('show what it was and what it became');
  });

  it('is nothing where nothing was', () => {
    expect(renderToString(<FieldChanges changes={[]} />)).toBe('');
  });
});
