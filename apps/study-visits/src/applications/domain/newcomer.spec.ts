import fc from 'fast-check';
import { isNewcomer, type Travelled } from './newcomer.js';

const of = (organisationId: string | null, organisationName: string | null): Travelled => ({
  organisationId,
  organisationName,
});

describe('who is new to the visits', () => {
  it('is whose organisation nobody travelled with before', () => {
    expect(isNewcomer(of('a', 'Rochdale'), [])).toBe(true);
    expect(isNewcomer(of('a', 'Rochdale'), [of('b', 'Oldham')])).toBe(true);
    expect(isNewcomer(of('a', 'Rochdale'), [of('b', 'Oldham'), of('a', 'Rochdale Council')])).toBe(false);
  });

  it('goes by the id where both have one, else by the name however it is written', () => {
    expect(isNewcomer(of('a', 'Rochdale'), [of('b', 'Rochdale')])).toBe(true);
    expect(isNewcomer(of(null, ' rochdale '), [of('b', 'Rochdale')])).toBe(false);
    expect(isNewcomer(of('a', 'Rochdale'), [of(null, 'ROCHDALE')])).toBe(false);
    expect(isNewcomer(of(null, null), [of(null, null)])).toBe(true);
  });

  it('is nobody any more once anybody of theirs travelled, whoever else did', () => {
    const travelled = fc.record({
      organisationId: fc.option(fc.constantFrom('a', 'b', 'c')),
      organisationName: fc.option(fc.constantFrom('Rochdale', 'Oldham', 'Bury')),
    });
    fc.assert(
      fc.property(travelled, fc.array(travelled), travelled, (organisation, before, more) => {
        if (!isNewcomer(organisation, before))
          expect(isNewcomer(organisation, [...before, more])).toBe(false);
        const isNamed = organisation.organisationId !== null || organisation.organisationName !== null;
        if (isNamed) expect(isNewcomer(organisation, [...before, organisation])).toBe(false);
      }),
    );
  });
});
