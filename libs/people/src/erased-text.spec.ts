import * as fc from 'fast-check';
import { erasedText } from './erased-text.js';

const ann = ['Ann Example', 'ann@example.org'];

describe('erasedText', () => {
  it.each([
    ['Ann Example rang', 'X rang'],
    ['ANN EXAMPLE, Ann@Example.org', 'X, X'],
    ['Joann Example, joann@example.org', 'Joann Example, joann@example.org'],
    ['ann@example.organic', 'ann@example.organic'],
    ['', ''],
  ])('of %j leaves %j', (text, expected) => {
    expect(erasedText(text, ann, 'X')).toBe(expected);
  });

  it('looks into lists and objects, and leaves keys and all else', () => {
    const before = {
      name: ['Ann Example', 'Bo Example'],
      'Ann Example': 3,
      more: { at: null, by: 'ann@example.org' },
    };
    expect(erasedText(before, ann, 'X')).toEqual({
      name: ['X', 'Bo Example'],
      'Ann Example': 3,
      more: { at: null, by: 'X' },
    });
  });

  it('takes signs in a name literally, and finds names in any script', () => {
    expect(erasedText('Dr. (Ann) $1 came', ['Dr. (Ann) $1'], '$&')).toBe('$& came');
    expect(erasedText('Drx (Ann) $1', ['Dr. (Ann) $1'], 'X')).toBe('Drx (Ann) $1');
    expect(erasedText('Siân Gŵyn: ok', ['Siân Gŵyn'], 'X')).toBe('X: ok');
    expect(erasedText('Siân Gŵynŵ', ['Siân Gŵyn'], 'X')).toBe('Siân Gŵynŵ');
  });

  it('changes nothing for marks that are too short to be anybody’s', () => {
    expect(erasedText('a b c', ['', ' a ', 'b'], 'X')).toBe('a b c');
  });

  it('finds every mark that stands for itself, and has nothing left to find the second time', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3, maxLength: 30 }), fc.jsonValue(), (mark, other) => {
        fc.pre(mark.trim().length >= 3 && !mark.includes('§'));
        const cleared = erasedText([mark.trim(), other], [mark], '§');
        expect(cleared).toMatchObject({ 0: '§' });
        expect(erasedText(cleared, [mark], '§')).toEqual(cleared);
      }),
    );
  });
});
