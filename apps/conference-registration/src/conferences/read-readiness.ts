import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CLOCK, type Clock } from '../tokens.js';
import type { ConferenceRow } from './conference.entity.js';
import { detailsFrom } from './conference-rows.js';
import { missingToOpen, worthALook, type Missing } from './domain/missing.js';
import { soldTickets } from './sold-tickets.js';

/** How ready a conference is. */
export interface Readiness {
  /** What it cannot open without. */
  readonly missing: readonly Missing[];
  /** What looks forgotten. */
  readonly worthALook: readonly Missing[];
}

/** Says what a conference lacks. */
@Injectable()
export class ReadReadiness {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(conference: ConferenceRow): Promise<Readiness> {
    const details = detailsFrom(conference);
    const tickets = await soldTickets(this.dataSource.manager, conference.id);
    return {
      missing: missingToOpen(details, tickets, this.clock()),
      worthALook: worthALook(details, tickets),
    };
  }
}
