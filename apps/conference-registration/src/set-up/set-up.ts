import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict } from '#platform';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { ReadCatalogue } from '../catalogue/read-catalogue.js';
import { ConferenceHistory, type SetUpChange } from '../conferences/conference-history.js';
import type { ConferenceRow } from '../conferences/conference.entity.js';
import { StaffConferences } from '../conferences/staff-conferences.js';
import { LockPlaces } from '../places/lock-places.js';
import { PLACES_FREED, type PlacesFreed } from '../places/places-freed.js';
import { RecountPools } from '../places/recount-pools.js';

/** What every change of what a conference offers begins and ends with. */
@Injectable()
export class SetUp {
  constructor(
    private readonly conferences: StaffConferences,
    private readonly history: ConferenceHistory,
    private readonly lock: LockPlaces,
    private readonly catalogues: ReadCatalogue,
    private readonly recount: RecountPools,
    @Inject(PLACES_FREED) private readonly placesFreed: PlacesFreed,
  ) {}

  /**
   * Takes the conference's lock, before anything is read that the change depends on.
   *
   * @returns the conference as it is under the lock
   * @throws Problem 404; 409 `conference-ended`
   */
  async open(manager: EntityManager, conferenceId: string): Promise<ConferenceRow> {
    await this.conferences.read(conferenceId, manager);
    await this.lock.run(manager, conferenceId);
    const conference = await this.conferences.read(conferenceId, manager);
    if (conference.status === 'over' || conference.status === 'cancelled') {
      const how = conference.status === 'over' ? 'is over' : 'was cancelled';
      throw conflict(
        'conference-ended',
        `The conference ${how}, so what it offered stays as it was. Copy the conference to set up another one.`,
      );
    }
    return conference;
  }

  /**
   * Notes the change, so that everybody loads what is offered anew.
   *
   * @returns the conference's new version, which becomes that of whatever was changed
   */
  record(manager: EntityManager, conferenceId: string, change: SetUpChange): Promise<number> {
    return this.history.changed(manager, conferenceId, change);
  }

  /** What is offered once the change is written: the transaction's own view of it. */
  changed(manager: EntityManager, conferenceId: string): Promise<Catalogue> {
    return this.catalogues.of(conferenceId, manager);
  }

  /** Makes what was taken before count in the pools as they are now, and lets those who wait have what became free. */
  async poolsChanged(manager: EntityManager, conferenceId: string): Promise<void> {
    const catalogue = await this.changed(manager, conferenceId);
    await this.recount.run(manager, catalogue);
    await this.placesFreed.freed(manager, catalogue);
  }

  /** Lets those who wait have what can be had again. */
  async placesChanged(manager: EntityManager, conferenceId: string): Promise<void> {
    await this.placesFreed.freed(manager, await this.changed(manager, conferenceId));
  }
}
