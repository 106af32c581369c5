import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Organisation } from '../domain/organisation.js';
import type { OrganisationRevisionRow } from '../organisation-revision.entity.js';
import { OrganisationsRepository } from '../organisations.repository.js';
import { noSuchOrganisation } from '../problems.js';

/** Somebody who belongs to an organisation. */
export interface AffiliatedPerson {
  readonly id: string;
  readonly name: string;
  readonly role: 'councillor' | 'officer' | 'partner';
  /** The office held there, or else the person's job title. */
  readonly office: string | null;
  readonly isBookingContact: boolean;
}

/** An organisation, its people and its history, as staff see them. */
@Injectable()
export class ReadOrganisation {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly organisations: OrganisationsRepository,
  ) {}

  /** @throws Problem 404 */
  async read(id: string): Promise<Organisation> {
    const organisation = await this.organisations.find(id);
    if (!organisation) throw noSuchOrganisation();
    return organisation;
  }

  /** Booking contacts first, then by name. */
  async people(id: string): Promise<readonly AffiliatedPerson[]> {
    return this.dataSource.query(
      `SELECT p.id, coalesce(p.preferred_name, p.name) AS name, a.role, coalesce(a.office, p.job_title) AS office,
         a.is_booking_contact AS "isBookingContact"
       FROM affiliations a JOIN people p ON p.id = a.person_id
       WHERE a.organisation_id = $1 AND p.merged_into IS NULL AND p.erased_at IS NULL
       ORDER BY a.is_booking_contact DESC, lower(p.name), p.id`,
      [id],
    );
  }

  /** The newest first. */
  history(id: string): Promise<OrganisationRevisionRow[]> {
    return this.organisations.history(id);
  }

  /** What was changed after a version, the newest first. */
  async since(id: string, version: number): Promise<OrganisationRevisionRow[]> {
    const history = await this.history(id);
    return history.filter((revision) => revision.version > version);
  }
}
