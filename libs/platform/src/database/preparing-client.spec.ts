import { StatementNames } from './preparing-client.js';

describe('the names of statements', () => {
  it('are given to what comes again, always the same', () => {
    const names = new StatementNames();
    const text = 'SELECT $1::int';
    expect([names.of(text), names.of(text)]).toEqual([undefined, undefined]);
    const name = names.of(text);
    expect(name).toMatch(/^kept_\d+$/);
    expect(names.of(text)).toBe(name);
  });

  it('are never those of another text', () => {
    const names = new StatementNames();
    const texts = Array.from({ length: 50 }, (_, index) => `SELECT ${index}`);
    for (let time = 0; time < 2; time += 1) for (const text of texts) names.of(text);
    expect(new Set(texts.map((text) => names.of(text))).size).toBe(50);
  });

  it('end with the thousandth text, so that statements made anew each time fill no memory', () => {
    const names = new StatementNames();
    for (let number = 0; number < 1000; number += 1) names.of(`SELECT ${number}`);
    for (let time = 0; time < 5; time += 1) expect(names.of('SELECT 1000')).toBeUndefined();
    names.of('SELECT 999');
    expect(names.of('SELECT 999')).toBe('kept_999');
  });
});
