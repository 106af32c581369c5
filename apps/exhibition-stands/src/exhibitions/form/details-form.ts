import { homeZone } from '#checks';
import { filledRows, rowName, rowNames, textIn, type Rows, type SubmittedValues } from '#ui';
import type { ExhibitionInput } from '../create-exhibition.js';
import { mostContacts, type ExhibitionDetails } from '../domain/details.js';

export const contactRows: Rows = {
  name: 'contacts',
  parts: ['role', 'name', 'phone', 'email'],
  most: mostContacts,
};

/** The controls of an exhibition's own details, in the order of the page. Nothing else that is sent is looked at. */
export const detailsNames: readonly string[] = [
  'title',
  'slug',
  'host',
  'summary',
  'city',
  'venue',
  'hall',
  'standNumber',
  'zone',
  'description',
  ...rowNames(contactRows),
  'passesNeeded',
  'walkingMinutes',
  'swapsNeedApproval',
];

/** A new exhibition: where the network is, and with what is usual. */
export const blankDetails: SubmittedValues = { zone: homeZone, walkingMinutes: '10' };

/** The form as it is filled in with what an exhibition says. */
export function fillDetails(details: ExhibitionDetails, slug: string): SubmittedValues {
  const contacts = details.contacts.flatMap((contact, index) =>
    contactRows.parts.map((part) => [
      rowName(contactRows, index, part),
      contact[part as keyof typeof contact] ?? '',
    ]),
  );
  return {
    title: details.title,
    slug,
    host: details.host,
    city: details.city,
    venue: details.venue ?? '',
    hall: details.hall ?? '',
    standNumber: details.standNumber ?? '',
    zone: details.zone,
    summary: details.summary,
    description: details.description,
    ...Object.fromEntries(contacts),
    passesNeeded: details.passesNeeded ? 'yes' : '',
    walkingMinutes: String(details.walkingMinutes),
    swapsNeedApproval: details.swapsNeedApproval ? 'yes' : '',
  };
}

/** What the form says, for the rules to check. @param values with its lines together */
export function readDetails(values: SubmittedValues): ExhibitionInput {
  return {
    title: textIn(values, 'title'),
    slug: textIn(values, 'slug'),
    host: textIn(values, 'host'),
    city: textIn(values, 'city'),
    venue: textIn(values, 'venue'),
    hall: textIn(values, 'hall'),
    standNumber: textIn(values, 'standNumber'),
    zone: textIn(values, 'zone'),
    summary: textIn(values, 'summary'),
    description: textIn(values, 'description'),
    contacts: Array.from({ length: filledRows(values, contactRows) }, (_, index) => ({
      role: textIn(values, rowName(contactRows, index, 'role')),
      name: textIn(values, rowName(contactRows, index, 'name')),
      phone: textIn(values, rowName(contactRows, index, 'phone')),
      email: textIn(values, rowName(contactRows, index, 'email')),
    })),
    passesNeeded: textIn(values, 'passesNeeded') === 'yes',
    walkingMinutes: textIn(values, 'walkingMinutes'),
    swapsNeedApproval: textIn(values, 'swapsNeedApproval') === 'yes',
  };
}
