import { accepted } from '#checks';
import { checkPassports, type PassportInput } from './passports.js';

const today = '2035-03-01';

const passport = (given: Partial<PassportInput> = {}): PassportInput => ({
  number: 'AB 12-34567',
  nationality: 'gb',
  bornOn: accepted('1980-02-29'),
  issuedOn: accepted('2030-01-01'),
  expiresOn: accepted('2040-01-01'),
  ...given,
});

const check = (...inputs: readonly PassportInput[]) =>
  checkPassports(inputs, [], (code) => ['GB', 'IE'].includes(code), today);

const fieldsOf = (result: ReturnType<typeof check>) =>
  result.ok ? [] : result.problems.map(({ field, code }) => [field, code]);

describe('passports that somebody tells of', () => {
  it('are kept with their number tidied, and with when their bearer was born', () => {
    expect(check(passport())).toEqual(
      accepted([
        {
          number: 'AB1234567',
          nationality: 'GB',
          bornOn: '1980-02-29',
          issuedOn: '2030-01-01',
          expiresOn: '2040-01-01',
        },
      ]),
    );
  });

  it('need no date of birth', () => {
    expect(check(passport({ bornOn: accepted(null) }))).toMatchObject({
      ok: true,
      value: [{ bornOn: null }],
    });
  });

  it.each([
    ['1900-01-02', true],
    ['1900-01-01', false],
    ['2035-02-28', true],
    [today, false],
    ['2053-01-01', false],
  ])('have one of somebody who lives: %s is taken: %s', (bornOn, isTaken) => {
    expect(fieldsOf(check(passport({ bornOn: accepted(bornOn) })))).toEqual(
      isTaken ? [] : [['passports.0.bornOn', 'date-implausible']],
    );
  });

  it('say at which of them something is wrong, and all of it', () => {
    const wrong = { number: '!', nationality: 'XX', bornOn: accepted('1066-10-14') } as const;
    expect(fieldsOf(check(passport(), passport(wrong)))).toEqual([
      ['passports.1.number', 'not-a-passport-number'],
      ['passports.1.nationality', 'missing'],
      ['passports.1.bornOn', 'date-implausible'],
    ]);
  });
});
