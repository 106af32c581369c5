import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem, unprocessable } from '#platform';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { ReleasePlaces } from '../places/release-places.js';
import { TakePlaces } from '../places/take-places.js';
import { CodesRepository } from './codes.repository.js';
import type { Code } from './domain/code.js';

/** Sees to it that a code keeps as many places as it has uses left. */
@Injectable()
export class KeepPlaces {
  constructor(
    private readonly codes: CodesRepository,
    private readonly take: TakePlaces,
    private readonly release: ReleasePlaces,
  ) {}

  /**
   * Takes the places that are missing, or gives back what is too much.
   *
   * @param catalogue which has the code as it is now
   * @param left how many places it is to keep, besides those that were taken up
   * @throws Problem 422 at `uses` when there are not as many
   */
  async run(manager: EntityManager, catalogue: Catalogue, code: Code, left: number): Promise<void> {
    const conferenceId = catalogue.conference.id;
    const kept = await this.codes.keptPlaces(manager, conferenceId, code.id);
    if (left < kept.length) await this.release.run(manager, catalogue, kept.slice(left));
    const [ticketTypeId] = code.ticketTypeIds;
    const missing = left - kept.length;
    if (missing <= 0 || ticketTypeId === undefined) return;
    const wanted = Array.from({ length: missing }, () => ({ ticketTypeId, delegateId: null }));
    try {
      await this.take.run(manager, catalogue, wanted, {
        bookingId: null,
        organisationId: code.organisationId,
        category: 'non-member',
        status: 'reserved',
        codeId: code.id,
        offerId: null,
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      const message = `These places cannot be kept. ${error.detail}`;
      throw unprocessable([{ field: 'uses', code: error.code, message }]);
    }
  }
}
