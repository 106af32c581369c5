import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { listedRoles } from '../domain/people-list.js';
import { affiliationRoles, grantedRoles } from '../domain/person.js';

const text = (description: string) => z.string().meta({ description });
const optionalText = (description: string) => z.string().nullable().default(null).meta({ description });

export const facts = {
  name: text('As the person writes it.').meta({ examples: ['Xiu Example'] }),
  preferredName: optionalText('What they like to be called, where it is not the name.'),
  pronouns: optionalText('Only if they have told us.'),
  jobTitle: optionalText('Job title or office held.'),
  phone: optionalText('In digits.'),
};

const affiliation = z
  .strictObject({
    organisationId: z.string().meta({ description: 'The organisation’s id.' }),
    role: z.enum(affiliationRoles),
    office: optionalText('The office held there, where it is not the job title.'),
    isBookingContact: z.boolean().default(false).meta({ description: 'Whether they book for it.' }),
  })
  .meta({ id: 'Affiliation' });

export const personInput = z
  .strictObject({
    ...facts,
    email: optionalText('An address that they can sign in with. It counts as verified once they have.'),
    affiliation: affiliation.nullable().default(null),
  })
  .meta({ id: 'NewPerson' });

export const personEdit = z.strictObject(facts).meta({ id: 'PersonFacts' });

export const personOutput = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    preferredName: z.string().nullable(),
    pronouns: z.string().nullable(),
    jobTitle: z.string().nullable(),
    phone: z.string().nullable(),
    emails: z.array(
      z.strictObject({
        address: z.string(),
        isPrimary: z.boolean().meta({ description: 'Whether mail goes there.' }),
        isVerified: z.boolean().meta({ description: 'Whether mail to it is known to arrive.' }),
      }),
    ),
    affiliations: z.array(
      z.strictObject({
        organisationId: z.uuid(),
        role: z.enum(affiliationRoles),
        office: z.string().nullable(),
        isBookingContact: z.boolean(),
      }),
    ),
    seats: z.array(
      z.strictObject({
        board: z.string().meta({ description: 'The board’s slug.' }),
        position: z.string().nullable(),
        startsOn: z.iso.date(),
        endsOn: z.iso.date().nullable().meta({ description: 'The last day; `null` while none is set.' }),
      }),
    ),
    roles: z.array(z.enum(grantedRoles)).meta({ description: 'Given to the person.' }),
    version: z.int(),
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'Person' });

export const peopleQuery = z.strictObject({
  q: z.string().optional().meta({ description: 'Parts of a name, an address or an organisation’s name.' }),
  organisation: z.uuid('must be an organisation’s id').optional(),
  role: z.enum(listedRoles).optional(),
  board: z.string().optional().meta({ description: 'The slug of a board that they sit on today.' }),
  ...paging,
});

export const peoplePage = pageOf(personOutput).meta({ id: 'People' });

export type PersonOutput = z.output<typeof personOutput>;
