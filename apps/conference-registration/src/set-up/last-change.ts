import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ConferenceRevisionRow } from '../conferences/conference-revision.entity.js';

/** Finds who changed a thing last, and what of it. */
@Injectable()
export class LastChange {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @param thing its version is the conference's that the last change of it made; `null`: nobody is on record */
  of(conferenceId: string, thing: { readonly version: number }): Promise<ConferenceRevisionRow | null> {
    return this.dataSource.manager.findOneBy(ConferenceRevisionRow, {
      conferenceId,
      version: thing.version,
    });
  }
}
