import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { FindPerson } from '#people';
import type { VisitStatus } from '../visits/domain/visit.js';
import { noSuchTraveller } from './read-travellers.js';

/** Somebody of an organisation who travels, or was to, as its booking-contacts see them. */
export interface OrganisationTraveller {
  readonly id: string;
  readonly name: string;
  readonly status: 'confirmed' | 'withdrawn';
  readonly funded: boolean;
  readonly visitTitle: string;
  readonly visitSlug: string;
  readonly visitStatus: VisitStatus;
  /** ISO. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/** A place that somebody of an organisation is offered and has not answered yet. */
export interface OrganisationOffer {
  readonly applicationId: string;
  readonly name: string;
  readonly visitTitle: string;
  readonly visitSlug: string;
  readonly deadline: Date;
}

/** So many are shown; nobody sends more. */
const mostListed = 500;

/** Lists who travels for an organisation, and who is to answer an offer, for those who book for it. */
@Injectable()
export class ListOfOrganisation {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly people: FindPerson,
  ) {}

  /** The latest visit first. @throws Problem 404 for whoever does not book for the organisation */
  async travellers(personId: string, organisationId: string): Promise<OrganisationTraveller[]> {
    await this.mustBook(personId, organisationId);
    return this.dataSource.query(
      `SELECT t.id, t.name, t.status, t.funded, v.title AS "visitTitle", v.slug AS "visitSlug",
         v.status AS "visitStatus", v.first_day::text AS "firstDay", v.last_day::text AS "lastDay"
       FROM travellers t JOIN visits v ON v.id = t.visit_id
       WHERE t.organisation_id = $1 AND t.part = 'delegate'
       ORDER BY v.first_day DESC, v.id, lower(t.name), t.number LIMIT ${mostListed}`,
      [organisationId],
    );
  }

  /** The first deadline first. @throws Problem 404 for whoever does not book for the organisation */
  async offers(personId: string, organisationId: string): Promise<OrganisationOffer[]> {
    await this.mustBook(personId, organisationId);
    return this.dataSource.query(
      `SELECT a.id AS "applicationId", a.name, v.title AS "visitTitle", v.slug AS "visitSlug", o.deadline
       FROM applications a JOIN offers o ON o.application_id = a.id JOIN visits v ON v.id = a.visit_id
       WHERE a.organisation_id = $1 AND a.status = 'submitted' AND o.status = 'offered'
         AND v.status IN ('announced', 'confirmed')
       ORDER BY o.deadline, lower(a.name) LIMIT ${mostListed}`,
      [organisationId],
    );
  }

  private async mustBook(personId: string, organisationId: string): Promise<void> {
    const belongings = await this.people.organisationsOf(personId);
    const books = belongings.some(
      ({ organisation, isBookingContact }) => isBookingContact && organisation.id === organisationId,
    );
    if (!books) throw noSuchTraveller();
  }
}
