import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { foldLines } from './fold-lines.js';
import { quoteParameter } from './quote-parameter.js';
import { unfoldLines } from './unfold-lines.js';

const octets = (text: string) => new TextEncoder().encode(text).length;

/** Anything a line may hold: more than ASCII, and half of it long. */
const content = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
  .map((text) => `X-A:${text.replaceAll(/[\r\n]/g, '')}`);

describe('folded lines', () => {
  it('have 75 octets at most, and are the same when unfolded', () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 5 }), (lines) => {
        const folded = foldLines(lines.join('\r\n'));
        for (const line of folded.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
        expect(unfoldLines(folded).map((each) => each.content)).toEqual(lines);
      }),
    );
  });

  it('are numbered as they stand in the text, whatever ends them', () => {
    expect(unfoldLines('A:1\r\n\nB:2\n  3\r\tC:4\rD:5\r\n')).toEqual([
      { line: 1, content: 'A:1' },
      { line: 3, content: 'B:2 3C:4' },
      { line: 6, content: 'D:5' },
    ]);
  });
});

describe('a quoted parameter', () => {
  it('gives back what somebody typed, on its one line', () => {
    // No backslash: it has no meaning here (RFC 5545 §3.2), but ical.js gives it one.
    const typed = fc.string({
      unit: fc.constantFrom('"', '^', 'n', "'", ';', ':', ',', '\n', 'ŵ', 'a'),
    });
    fc.assert(
      fc.property(typed, (text) => {
        const line = `ATTENDEE;CN=${quoteParameter(text)};RSVP=FALSE:mailto:a@example.org`;
        expect(line).not.toMatch(/[\r\n]/);
        // ical.js reads a line break so too, and undoes what RFC 6868 has; it trims nothing.
        const [, parameters, , value] = ICAL.parse.property(line) as [
          string,
          Record<string, string>,
          string,
          string,
        ];
        expect(parameters['cn'] ?? '').toBe(text.trim());
        expect(parameters['rsvp']).toBe('FALSE');
        expect(value).toBe('mailto:a@example.org');
      }),
    );
  });

  it('holds no control character', () => {
    expect(quoteParameter('a\0b\u0007c\r\nd\u0085e\u2028f\tg')).toBe('"abc^nd^ne^nf\tg"');
  });
});
