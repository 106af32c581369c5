import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { readHeld, type HeldKind, type HeldSection } from '#platform';
import { PEOPLE_OF, type PeopleOf } from './people-of.js';
import { PERSON_PARTS, type PersonPart } from './person-part.js';

const themselves = `(SELECT id FROM people WHERE id = $1 OR merged_into = $1)`;

const ownKinds = ({ title, organisationsTitle, contactTitle }: PeopleOf): readonly HeldKind[] => [
  {
    key: 'record',
    title,
    columns: {
      name: 'Name',
      preferredName: 'Preferred name',
      email: 'Mail address',
      phone: 'Phone',
      jobTitle: 'Job title',
      roles: 'Roles given to you',
    },
    query: `SELECT name, preferred_name AS "preferredName", email, phone, job_title AS "jobTitle",
        array_to_string(roles, ', ') AS roles
      FROM people WHERE id IN ${themselves} ORDER BY merged_into NULLS FIRST, id`,
  },
  {
    key: 'organisations',
    title: organisationsTitle,
    columns: { organisation: 'Organisation', role: 'Role', isBookingContact: contactTitle },
    query: `SELECT coalesce(o.name, a.organisation_id) AS organisation, a.role,
        a.is_booking_contact AS "isBookingContact"
      FROM affiliations a LEFT JOIN organisations o ON o.id = a.organisation_id
      WHERE a.person_id IN ${themselves} ORDER BY 1`,
  },
];

/** All that is held here on a person, for their own eyes. */
@Injectable()
export class HeldOn {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(PEOPLE_OF) private readonly own: PeopleOf,
    @Inject(PERSON_PARTS) private readonly parts: readonly PersonPart[],
  ) {}

  of(personId: string): Promise<HeldSection[]> {
    return readHeld(
      this.dataSource,
      [...ownKinds(this.own), ...this.parts.flatMap(({ held }) => held)],
      personId,
    );
  }
}
