import { describe, expect, test } from '@jest/globals';
import { Echo, wordsOf } from './echo.ts';

describe('what is shown of a service’s log', () => {
  test('warnings and errors in their own words, and nothing of the rest', () => {
    expect(wordsOf('{"level":"info","msg":"answered"}')).toBeNull();
    expect(wordsOf('{"level":"warn","msg":"slow"}')).toBe('slow');
    expect(wordsOf('{"level":"error","msg":"failed","err":{"message":"no disk\\nat x"}}')).toBe(
      'failed: no disk',
    );
    expect(wordsOf('{"level":"error","msg":"no disk","err":{"message":"no disk"}}')).toBe('no disk');
    expect(wordsOf('Error: out of luck')).toBe('Error: out of luck');
    for (const frame of ['    at f (file.js:1:1)', 'node:internal/x:1', '  ^', 'Node.js v24.21.0', '}', '']) {
      expect(wordsOf(frame)).toBeNull();
    }
  });

  test('lines that come in pieces are put together', () => {
    const shown: string[] = [];
    const echo = new Echo('calendar', 'calendar.log', (line) => shown.push(line));
    for (const piece of ['{"level":"wa', 'rn","msg":"slow"}\n{"level":"warn",', '"msg":"slower"}\n'])
      echo.hear(piece);
    expect(shown).toEqual(['calendar: slow', 'calendar: slower']);
  });

  test('a flood is cut off, with a word on where the rest is', () => {
    const shown: string[] = [];
    const echo = new Echo('calendar', 'calendar.log', (line) => shown.push(line));
    for (let number = 1; number <= 50; number += 1) echo.hear(`bad ${number}\n`);
    expect(shown).toHaveLength(11);
    expect(shown.at(-1)).toBe('calendar: … more in calendar.log');
    expect(echo.lastWords).toBe('bad 50');
  });

  test('why it cannot start outlasts what it says afterwards', () => {
    const echo = new Echo('calendar', 'calendar.log', () => {});
    echo.hear('calendar cannot start: DATABASE_URL is not set\nhints: none\n');
    expect(echo.lastWords).toBe('calendar cannot start: DATABASE_URL is not set');
  });
});
