import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { homeZone } from '#checks';
import { listInWords, plural } from '#ui';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { afterwardsPath } from '../addresses.js';
import { ReadThanks } from '../thanks/read-thanks.js';
import { ReadLeftBehind } from './read-left-behind.js';

/** Something to do about an exhibition that is over. */
export interface AfterwardsPrompt {
  readonly exhibitionId: string;
  /** "Labour 2026 is over: 28 people to thank" */
  readonly text: string;
  readonly href: string;
}

/** Longer ago than this nobody is reminded of it. */
const remindedFor = { days: 365 } as const;

/** Reads what staff have still to do about exhibitions that are over. */
@Injectable()
export class ReadPrompts {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly exhibitions: FindExhibition,
    private readonly thanks: ReadThanks,
    private readonly leftBehind: ReadLeftBehind,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The latest first; nothing of exhibitions about which all is done. */
  async all(): Promise<readonly AfterwardsPrompt[]> {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM exhibitions WHERE status = 'over' AND last_day >= $1 ORDER BY last_day DESC, id`,
      [today.subtract(remindedFor).toString()],
    );
    const prompts: AfterwardsPrompt[] = [];
    for (const { id } of rows) {
      const exhibition = await this.exhibitions.byId(id);
      const { people, organisations } = await this.thanks.of(exhibition);
      const toThank = people.filter(({ why }) => why === null).length;
      const contacts = organisations.filter(({ why }) => why === null).length;
      const left = (await this.leftBehind.of(id)).length;
      const toDo = [
        ...(toThank > 0 ? [`${plural(toThank, 'person', 'people')} to thank`] : []),
        ...(contacts > 0 ? [`${plural(contacts, 'organisation')} to thank`] : []),
        ...(left > 0 ? [`${plural(left, 'thing')} to bring home`] : []),
      ];
      if (toDo.length === 0) continue;
      const isThanks = toThank + contacts > 0;
      prompts.push({
        exhibitionId: id,
        text: `${exhibition.title} is over: ${listInWords(toDo)}`,
        href: afterwardsPath(id, isThanks ? 'thanks' : undefined),
      });
    }
    return prompts;
  }
}
