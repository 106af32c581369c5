import fc from 'fast-check';
import { acts, type Act } from './acts.js';
import { auditAddress, isFiltered, readAuditFilter, type AuditFilter } from './audit-filter.js';

const everything: AuditFilter = { text: '', act: null, from: null, to: null, person: null, page: 1 };

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const filters = fc.record<AuditFilter>({
  text: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim()),
  act: fc.constantFrom(null, ...(Object.keys(acts) as Act[])),
  from: fc.option(days),
  to: fc.option(days),
  person: fc.option(fc.uuid()),
  page: fc.integer({ min: 1, max: 10_000 }),
});

function asked(address: string): AuditFilter {
  return readAuditFilter(Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? '')));
}

describe('a part of the audit log', () => {
  it('comes back from its own address', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(asked(auditAddress('/a', filter))).toEqual(filter);
      }),
    );
  });

  it.each([
    ['nothing at all', {}],
    ['an act that there is none of', { act: 'danced' }],
    ['days that there are none of', { from: '2026-02-30', to: 'tomorrow' }],
    ['an id that is none', { person: "1' OR true --" }],
    ['pages that there are none of', { page: '-3' }],
  ])('is all of it for %s', (_, query) => {
    expect(readAuditFilter(query)).toEqual(everything);
    expect(isFiltered(readAuditFilter(query))).toBe(false);
  });

  it('takes the first of what is asked for twice, and no control characters', () => {
    expect(readAuditFilter({ q: ['Sam\u0000Staff', 'Ada'] }).text).toBe('Sam Staff');
  });

  it.each(['text', 'act', 'from', 'to', 'person'] as const)('is not all of it once cut by %s', (name) => {
    const cut = { ...everything, text: '', [name]: 'x' };
    expect(isFiltered(cut)).toBe(true);
  });
});
