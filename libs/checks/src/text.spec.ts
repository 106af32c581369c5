import { checkOptionalText, checkText } from './text.js';

const rules = { longest: 5, missing: { code: 'missing', message: 'Enter it.' } } as const;

describe('checkText', () => {
  it('trims, composes and keeps', () => {
    expect(checkText(' w\u0302yl ', 'x', rules)).toEqual({ ok: true, value: 'ŵyl' });
  });

  it('counts characters, not their halves', () => {
    expect(checkText('🎉🎉🎉🎉🎉', 'x', rules).ok).toBe(true);
    expect(checkText('🎉🎉🎉🎉🎉🎉', 'x', rules)).toMatchObject({ problems: [{ code: 'too-long' }] });
  });

  it.each(['a\u0000b', 'a\nb', 'a\tb', 'a\u007fb', 'a\u0085b', 'a\ud83db', 'a\u2028b'])(
    'refuses %j on one line',
    (text) => {
      expect(checkText(text, 'x', rules)).toMatchObject({ problems: [{ code: 'unprintable-character' }] });
    },
  );

  it('keeps line breaks where they belong, as \\n', () => {
    const lines = { ...rules, manyLines: true };
    expect(checkText('a\r\nb\rc', 'x', lines)).toEqual({ ok: true, value: 'a\nb\nc' });
    expect(checkText('a\u0000b', 'x', lines).ok).toBe(false);
  });

  it('asks for what is blank, unless it may be', () => {
    expect(checkText(' \n', 'x', rules)).toMatchObject({
      problems: [{ field: 'x', code: 'missing', message: 'Enter it.' }],
    });
    expect(checkOptionalText(' \n', 'x', rules)).toEqual({ ok: true, value: null });
    expect(checkOptionalText(undefined, 'x', rules)).toEqual({ ok: true, value: null });
  });
});
