import { describe, expect, it } from '@jest/globals';
import { filledRows, rowsTogether, type Rows } from './rows.js';

const rows: Rows = { name: 'days', parts: ['kind', 'opens'], preset: ['kind'], most: 4 };

describe('lines of a form', () => {
  it('are moved together, so that a problem is told at the line that shows it', () => {
    const sent = {
      title: 'T',
      'days.0.kind': 'open',
      'days.0.opens': ' ',
      'days.1.kind': 'build-up',
      'days.1.opens': '9am',
      'days.3.kind': 'open',
      'days.3.opens': '10am',
    };
    const values = rowsTogether(sent, rows);
    expect(values).toEqual({
      title: 'T',
      'days.0.kind': 'build-up',
      'days.0.opens': '9am',
      'days.1.kind': 'open',
      'days.1.opens': '10am',
    });
    expect(filledRows(values, rows)).toBe(2);
    expect(rowsTogether(values, rows)).toEqual(values);
  });
});
