import fc from 'fast-check';
import { accepted } from '#checks';
import { checkAllocation, mostFreePlaces, whomInWords, type AllocationInput } from './allocation-details.js';

const soFar = {
  tickets: [{ id: 'a', name: 'Both days' }],
  organisations: [{ id: 'o', name: 'Oldham Council' }],
  allocations: [],
};
const input: AllocationInput = {
  ticketTypeId: 'a',
  category: 'full',
  organisationId: '',
  places: accepted(2),
};

it('is for a category or for one organisation, never for both or nobody', () => {
  const category = fc.constantFrom('', 'full', 'honorary');
  const organisationId = fc.constantFrom('', 'o', 'nobody');
  fc.assert(
    fc.property(category, organisationId, (category, organisationId) => {
      const isSound =
        (category === 'full' && organisationId === '') || (category === '' && organisationId === 'o');
      expect(checkAllocation({ ...input, category, organisationId }, soFar).ok).toBe(isSound);
    }),
  );
});

it('is of a whole number of places that somebody could have', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5, max: mostFreePlaces + 5 }), (places) => {
      const checked = checkAllocation({ ...input, places: accepted(places) }, soFar);
      expect(checked.ok).toBe(places >= 1 && places <= mostFreePlaces);
    }),
  );
  expect(checkAllocation({ ...input, places: accepted(0.5) }, soFar).ok).toBe(false);
});

it('is given once for each ticket and whom', () => {
  const first = checkAllocation(input, soFar);
  if (!first.ok) throw new Error('it is sound');
  const allocations = [{ ...first.value, id: '1', version: 1 }];
  expect(checkAllocation(input, { ...soFar, allocations })).toMatchObject({
    ok: false,
    problems: [{ code: 'allocation-exists' }],
  });
  expect(checkAllocation({ ...input, category: 'supporter' }, { ...soFar, allocations }).ok).toBe(true);
});

it('is not of another conference’s ticket', () => {
  expect(checkAllocation({ ...input, ticketTypeId: 'b' }, soFar)).toMatchObject({
    problems: [{ field: 'ticketTypeId', code: 'unknown-ticket' }],
  });
});

it('says for whom', () => {
  expect(whomInWords({ category: 'full', organisationId: null }, [])).toBe('Each full member');
  expect(whomInWords({ category: null, organisationId: 'o' }, soFar.organisations)).toBe('Oldham Council');
});
