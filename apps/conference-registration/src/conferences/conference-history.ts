import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { doneBy, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { ConferenceRevisionRow } from './conference-revision.entity.js';
import type { FieldChange } from './domain/changes.js';

/** A change of a conference's set-up, for its history. */
export interface SetUpChange {
  readonly actor: Actor;
  /** What was done, as it stands after a name: "added the ticket “Both days”". */
  readonly action: string;
  readonly reason?: string | null;
  readonly changes: readonly FieldChange[];
}

/** The history of a conference's set-up, and its version, which rises with each change of any part of it. */
@Injectable()
export class ConferenceHistory {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Notes a change within the caller's transaction, which holds the conference's lock (`lock_places`).
   *
   * @returns the conference's new version
   */
  async changed(manager: EntityManager, conferenceId: string, change: SetUpChange): Promise<number> {
    const at = new Date(this.clock().epochMilliseconds);
    const [rows]: [{ version: number }[], number] = await manager.query(
      'UPDATE conferences SET version = version + 1, changed_at = $2 WHERE id = $1 RETURNING version',
      [conferenceId, at],
    );
    const version = rows[0]?.version;
    if (version === undefined) throw new Error(`there is no conference ${conferenceId}`);
    await this.note(manager, conferenceId, version, change, at);
    return version;
  }

  /** Notes how a conference began: its first version. */
  async began(manager: EntityManager, conferenceId: string, change: SetUpChange): Promise<void> {
    await this.note(manager, conferenceId, 1, change, new Date(this.clock().epochMilliseconds));
  }

  /** The newest first. */
  of(conferenceId: string): Promise<ConferenceRevisionRow[]> {
    return this.dataSource.manager.find(ConferenceRevisionRow, {
      where: { conferenceId },
      order: { version: 'DESC' },
    });
  }

  private async note(
    manager: EntityManager,
    conferenceId: string,
    version: number,
    { actor, action, reason, changes }: SetUpChange,
    at: Date,
  ): Promise<void> {
    await manager.insert(ConferenceRevisionRow, {
      conferenceId,
      version,
      at,
      ...doneBy(actor),
      action,
      reason: reason ?? null,
      changes: changes.map((each) => ({ ...each })),
    });
  }
}
