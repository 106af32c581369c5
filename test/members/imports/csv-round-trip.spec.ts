import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { createOrganisation } from '../../../apps/members/src/organisations/domain/create.js';
import {
  categories,
  statuses,
  type Organisation,
} from '../../../apps/members/src/organisations/domain/organisation.js';
import { readOrganisations } from '../../../apps/members/src/organisations/imports/domain/read-organisations.js';
import { writeOrganisations } from '../../../apps/members/src/organisations/imports/domain/write-organisations.js';
import { planChange, planNew } from '../../../apps/members/src/organisations/imports/planning/plan-row.js';

const now = Temporal.Instant.from('2026-06-01T12:00:00Z');
const at = { today: '2026-06-01', now };
const id = '01900000-0000-7000-8000-000000000001';

const date = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => Temporal.PlainDate.from('1940-01-01').add({ days }).toString());
const checkedDate = fc.option(date).map((value) => ({ ok: true as const, value }));
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '=1+1',
    "'=x",
    '-5',
    '@a',
    'a;b,"c"',
    ' a\u00A0 b ',
    'a\u200Bb',
    'one\n two \n\nthree',
    'a\\;b',
    '\tx',
  ),
);

/** Organisations as the rules let them be on record, however odd. */
const organisation: fc.Arbitrary<Organisation> = fc
  .record({
    name: text,
    kind: fc.oneof(text, fc.constant('council')),
    category: fc.constantFrom(...categories),
    status: fc.constantFrom(...statuses),
    joinedOn: checkedDate,
    leftOn: checkedDate,
    discount: fc.option(
      fc.record({
        percent: fc.integer({ min: 1, max: 100 }).map(String),
        reason: text,
        endsOn: checkedDate,
      }),
    ),
    billingAddress: fc.option(text),
    invoiceEmail: fc.option(fc.constantFrom('a@b.example', 'Ünal@b.example')),
    purchaseOrderRequired: fc.boolean(),
    accountableBodyReference: fc.option(text),
    staffNotes: fc.option(text),
    domains: fc.subarray(['a.gov.uk', 'b.example', 'c.org.uk']),
  })
  .map((input) => createOrganisation(id, input, at))
  .filter((created) => created.ok)
  .map(({ value }) => value);

describe('an export of organisations', () => {
  it('changes nothing when it is imported again', () => {
    fc.assert(
      fc.property(organisation, fc.option(text), (created, statusReason) => {
        const before = { ...created, statusReason: statusReason?.trim() || null };
        const { rows, problems } = readOrganisations(writeOrganisations([before]));
        expect(problems).toEqual([]);
        const [row] = rows;
        expect(row?.problems).toEqual([]);
        expect(planChange(before, 2, row?.cells ?? {}, at)).toEqual({
          outcome: 'unchanged',
          organisation: before,
        });
      }),
    );
  });

  it('makes the same organisations where there are none', () => {
    fc.assert(
      fc.property(organisation, (before) => {
        const [row] = readOrganisations(writeOrganisations([before])).rows;
        const plan = planNew(id, 2, row?.cells ?? {}, at);
        if (plan.outcome !== 'new') throw new Error(JSON.stringify(plan));
        const [again] = readOrganisations(writeOrganisations([plan.organisation])).rows;
        expect(again?.cells).toEqual(row?.cells);
        const { category, status, joinedOn, leftOn, domains } = before;
        expect(plan.organisation).toMatchObject({ category, status, joinedOn, leftOn, domains });
      }),
    );
  });

  it('has nothing that a spreadsheet would take for a formula', () => {
    fc.assert(
      fc.property(organisation, (each) => {
        const cells: string[][] = parse(writeOrganisations([each]), { bom: true, record_delimiter: '\r\n' });
        for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?![\d.]+$)/u);
      }),
    );
  });
});
