import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { conflict, dateOf, hashOfLinkSecret, notFound, type Actor, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import { SecretLinks } from '../links/secret-links.js';
import { ChangePlan } from '../plans/change-plan.js';
import { CLOCK, type Clock } from '../tokens.js';
import { keptId } from './keep-sheet.js';
import { ReadSheets } from './read-sheets.js';
import { SheetLinkRow } from './sheet.entity.js';
import type { Sheet, SheetLink, WhichSheet } from './sheets.js';

/** Links with which hosts and interpreters read their sheets, for as long as they need them. */
@Injectable()
export class SheetLinks {
  constructor(
    private readonly plan: ChangePlan,
    private readonly sheets: ReadSheets,
    private readonly links: SecretLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes one that leads there until a day after the last thing that is planned with them; one that does so already is given again.
   *
   * @throws Problem 404; 409 `visit-cancelled`, `sheet-over`
   */
  make(actor: Actor, which: WhichSheet): Promise<SheetLink> {
    return this.plan.run(actor, which.visitId, async ({ manager }) => {
      const before = await this.sheets.one(which, manager);
      const link = await this.open(manager, which);
      if (before.link !== null) return { result: link, change: null };
      return {
        result: link,
        change: { action: `Link made to the sheet of “${before.subject.name}”`, changes: [] },
      };
    });
  }

  /** The same in a transaction that holds the visit's lock. @throws Problem 404; 409 `visit-cancelled`, `sheet-over` */
  async open(manager: EntityManager, which: WhichSheet): Promise<SheetLink> {
    const sheet = await this.sheets.one(which, manager);
    if (sheet.link === null) {
      const id = uuidv7();
      await manager.insert(SheetLinkRow, {
        id,
        sheetId: await keptId(manager, sheet),
        secretHash: hashOfLinkSecret(this.links.secretOf(which.kind, id)),
        madeAt: dateOf(this.clock()),
        endedAt: null,
        sentAt: null,
        sentTo: null,
        sentNumber: null,
        openedAt: null,
        openedNumber: null,
      });
    }
    return this.mustBeOpen(await this.sheets.one(which, manager));
  }

  /** Ends one; one that has ended stays so. @throws Problem 404 */
  end(actor: Actor, which: WhichSheet, linkId: string): Promise<void> {
    return this.plan.run(actor, which.visitId, async ({ manager }) => {
      const sheet = await this.sheets.one(which, manager);
      const row =
        isId(linkId) && sheet.id !== null
          ? await manager.findOneBy(SheetLinkRow, { id: linkId, sheetId: sheet.id })
          : null;
      if (row === null) throw notFound('There is no such link to this sheet.');
      if (row.endedAt !== null) return { result: undefined, change: null };
      await manager.update(SheetLinkRow, { id: row.id }, { endedAt: dateOf(this.clock()) });
      const action = `Link ended to the sheet of “${sheet.subject.name}”`;
      return { result: undefined, change: { action, changes: [] } };
    });
  }

  private mustBeOpen(sheet: Sheet): SheetLink {
    const { link, visit } = sheet;
    if (link === null) throw new Error('a link that was just made is not there');
    if (visit.status === 'cancelled') {
      throw conflict('visit-cancelled', 'The visit is called off, so no sheet of it is handed out any more.');
    }
    if (!this.sheets.isOpen(sheet, link)) throw sheetOver();
    return link;
  }
}

const sheetOver = (): Problem =>
  conflict('sheet-over', 'All that was planned with them is over, so the sheet is not handed out any more.');
