import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, Not, type DataSource } from 'typeorm';
import { FindPerson, type Organisation } from '#people';
import { notFound } from '#platform';
import { TravellerRow } from '../travellers/traveller.entity.js';
import type { Visit } from '../visits/domain/visit.js';
import { VisitRow } from '../visits/visit.entity.js';
import { visitOf } from '../visits/visit-of.js';
import { ReadReadiness, type ReadyTraveller } from './read-readiness.js';

/** An organisation's people on a visit. */
export interface OrganisationOnVisit {
  readonly visit: Visit;
  readonly ready: readonly ReadyTraveller[];
}

/** How ready an organisation's own people are. */
@Injectable()
export class ReadOrganisation {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly people: FindPerson,
    private readonly readiness: ReadReadiness,
  ) {}

  /**
   * On visits that are to come, by their first day.
   *
   * @throws Problem 404 for whoever is no booking-contact of it
   */
  async forContact(
    personId: string,
    organisationId: string,
  ): Promise<{ readonly organisation: Organisation; readonly visits: readonly OrganisationOnVisit[] }> {
    const belongings = await this.people.organisationsOf(personId);
    const belonging = belongings.find(
      ({ organisation, isBookingContact }) => isBookingContact && organisation.id === organisationId,
    );
    if (belonging === undefined) throw notFound('There is no such organisation that you look after.');
    const { manager } = this.dataSource;
    const rows = await manager.findBy(TravellerRow, { organisationId, status: 'confirmed' });
    const visits = await manager.find(VisitRow, {
      where: { id: In(rows.map(({ visitId }) => visitId)), status: Not(In(['over', 'cancelled'])) },
      order: { firstDay: 'ASC', id: 'ASC' },
    });
    const found: OrganisationOnVisit[] = [];
    for (const row of visits) {
      const visit = visitOf(row);
      const all = await this.readiness.of(visit);
      found.push({
        visit,
        ready: all.filter(({ traveller }) => traveller.organisationId === organisationId),
      });
    }
    return { organisation: belonging.organisation, visits: found };
  }
}
