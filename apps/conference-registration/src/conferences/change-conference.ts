import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, type Problem } from '#platform';
import { TellConference } from '../telling/tell-conference.js';
import { conferenceFacts } from './conference-facts.js';
import { ConferenceHistory, type SetUpChange } from './conference-history.js';
import { ConferenceRow } from './conference.entity.js';
import { StaffConferences } from './staff-conferences.js';

/** 409: the conference was changed since the person opened it; what they wrote is theirs to keep. */
export const editedMeanwhile = (): Problem =>
  conflict(
    'edited-meanwhile',
    'Somebody changed this conference after you opened it. Compare their change with yours, then save again.',
  );

/** What every change of a conference's own row begins and ends with. */
@Injectable()
export class ChangeConference {
  constructor(
    private readonly conferences: StaffConferences,
    private readonly history: ConferenceHistory,
    private readonly tell: TellConference,
  ) {}

  /**
   * The conference under its lock, before anything is read that the change depends on.
   *
   * @param version the version that the person saw; `null`: whichever it is
   * @throws Problem 404; 409 `edited-meanwhile`
   */
  async open(manager: EntityManager, id: string, version: number | null): Promise<ConferenceRow> {
    await this.conferences.read(id, manager);
    await manager.query('SELECT lock_places($1)', [id]);
    const row = await this.conferences.read(id, manager);
    if (version !== null && row.version !== version) throw editedMeanwhile();
    return row;
  }

  /**
   * Writes the change, notes it, and tells other apps where they see something of it.
   *
   * @param before as {@link open} gave it
   */
  async write(
    manager: EntityManager,
    before: ConferenceRow,
    columns: Partial<ConferenceRow>,
    change: SetUpChange,
  ): Promise<ConferenceRow> {
    const { id } = before;
    const known = before.status === 'draft' ? null : await conferenceFacts(manager, before);
    await manager.update(ConferenceRow, { id }, columns);
    await this.history.changed(manager, id, change);
    const after = await this.conferences.read(id, manager);
    if (after.status === 'draft') return after;
    const facts = await conferenceFacts(manager, after);
    const { requestId } = change.actor;
    if (known === null) await this.tell.published(manager, facts, requestId);
    else if (!saysTheSame(known, facts)) await this.tell.changed(manager, facts, requestId);
    return after;
  }
}

type Facts = Awaited<ReturnType<typeof conferenceFacts>>;

const saysTheSame = (one: Facts, other: Facts): boolean =>
  JSON.stringify({ ...one, version: 0 }) === JSON.stringify({ ...other, version: 0 });
