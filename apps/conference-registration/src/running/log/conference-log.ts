import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { v7 as uuidv7 } from 'uuid';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { dateOf, doneBy, type Actor } from '#platform';
import { CLOCK, type Clock } from '../../tokens.js';
import type { LoggedAct } from './acts.js';
import { ConferenceLogRow } from './conference-log.entity.js';

/** One line of the log. */
export interface LogLine {
  /** Of the line; one is made unless given. */
  readonly id?: string;
  readonly conferenceId: string;
  readonly act: LoggedAct;
  /** Nothing private. */
  readonly details?: object;
  readonly actor: Pick<Actor, 'identity'>;
}

/** The log of what was done with a conference that changes nothing of what it offers. */
@Injectable()
export class ConferenceLog {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async record(manager: EntityManager, line: LogLine): Promise<void> {
    await manager.insert(ConferenceLogRow, {
      id: line.id ?? uuidv7(),
      conferenceId: line.conferenceId,
      at: dateOf(this.clock()),
      act: line.act,
      details: line.details ?? {},
      ...doneBy(line.actor),
    });
  }

  /** The newest first. @param most how many */
  of(conferenceId: string, acts: readonly LoggedAct[], most: number): Promise<ConferenceLogRow[]> {
    return this.dataSource.manager.find(ConferenceLogRow, {
      where: { conferenceId, act: In([...acts]) },
      order: { at: 'DESC', id: 'DESC' },
      take: most,
    });
  }
}
