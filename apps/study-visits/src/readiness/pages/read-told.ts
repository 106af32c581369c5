import { allValues, dateNames, dayBoxes, readDay, textIn, type SubmittedValues } from '#ui';
import type { ToldItem } from '../domain/item.js';
import { mostPassports } from '../domain/passports.js';
import { consentNames } from '../domain/told.js';
import type { ToldDetails } from '../look-at-told.js';
import type { Told } from '../tell-item.js';

const places = Array.from({ length: mostPassports }, (_, index) => index);

const passportNames = (index: number): readonly string[] => [
  `passports.${index}.number`,
  `passports.${index}.nationality`,
  ...(index === 0 ? dateNames('passports.0.bornOn') : []),
  ...dateNames(`passports.${index}.issuedOn`),
  ...dateNames(`passports.${index}.expiresOn`),
];

const needsNames: readonly string[] = ['hasNeeds', 'text', 'hasAgreed'];

/** The controls of each form, in the order of the page. Nothing else that is sent is looked at. */
export const toldNames: Readonly<Record<ToldItem, readonly string[]>> = {
  passport: places.flatMap(passportNames),
  insurance: ['company', 'policyNumber', 'phone', ...dateNames('from'), ...dateNames('until')],
  'emergency-contact': ['name', 'relation', 'phone', 'email'],
  dietary: needsNames,
  access: needsNames,
  consent: consentNames,
};

const yesOrNoIn = (values: SubmittedValues, name: string): boolean | null => {
  const text = textIn(values, name);
  return text === 'yes' ? true : text === 'no' ? false : null;
};

/** What a form says, for the rules to check. */
export function readTold(item: ToldItem, values: SubmittedValues): Told {
  const text = (name: string) => textIn(values, name);
  switch (item) {
    case 'passport': {
      // A second passport that is left blank is none.
      const filled = places.filter(
        (index) => index === 0 || passportNames(index).some((name) => text(name).trim() !== ''),
      );
      return {
        item,
        passports: filled.map((index) => ({
          number: text(`passports.${index}.number`),
          nationality: text(`passports.${index}.nationality`),
          // One is born once.
          bornOn: readDay(values, 'passports.0.bornOn', 'the date of birth'),
          issuedOn: readDay(values, `passports.${index}.issuedOn`, 'the date of issue'),
          expiresOn: readDay(values, `passports.${index}.expiresOn`, 'the date of expiry'),
        })),
      };
    }
    case 'insurance':
      return {
        item,
        insurance: {
          company: text('company'),
          policyNumber: text('policyNumber'),
          phone: text('phone'),
          from: readDay(values, 'from', 'the first day'),
          until: readDay(values, 'until', 'the last day'),
        },
      };
    case 'emergency-contact':
      return {
        item,
        contact: {
          name: text('name'),
          relation: text('relation'),
          phone: text('phone'),
          email: text('email'),
        },
      };
    case 'dietary':
    case 'access':
      return {
        item,
        needs: {
          hasNeeds: yesOrNoIn(values, 'hasNeeds'),
          text: text('text'),
          hasAgreed: allValues(values, 'hasAgreed').includes('yes'),
        },
      };
    case 'consent':
      return {
        item,
        consents: {
          hosts: yesOrNoIn(values, 'hosts'),
          party: yesOrNoIn(values, 'party'),
          photos: yesOrNoIn(values, 'photos'),
        },
      };
  }
}

/** A form filled in with what somebody told. The number of a passport is left out: blank, it stays as it is. */
export function fillTold(item: Exclude<ToldItem, 'consent'>, told: ToldDetails): SubmittedValues {
  switch (item) {
    case 'passport':
      return Object.fromEntries(
        (told.passport ?? []).flatMap(({ nationality, bornOn, issuedOn, expiresOn }, index) =>
          Object.entries({
            ...(index === 0 && dayBoxes('passports.0.bornOn', bornOn)),
            [`passports.${index}.nationality`]: nationality,
            ...dayBoxes(`passports.${index}.issuedOn`, issuedOn),
            ...dayBoxes(`passports.${index}.expiresOn`, expiresOn),
          }),
        ),
      );
    case 'insurance': {
      if (told.insurance === undefined) return {};
      const { from, until, ...texts } = told.insurance;
      return { ...texts, ...dayBoxes('from', from), ...dayBoxes('until', until) };
    }
    case 'emergency-contact': {
      const contact = told['emergency-contact'];
      return contact === undefined ? {} : { ...contact, email: contact.email ?? '' };
    }
    case 'dietary':
    case 'access': {
      const text = told[item];
      if (text === undefined) return {};
      return text === '' ? { hasNeeds: 'no' } : { hasNeeds: 'yes', text, hasAgreed: 'yes' };
    }
  }
}
