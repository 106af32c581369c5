import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { accepted, refuse, type Checked } from '#checks';
import { AskForMail } from '#messaging';
import { dateOf, valueOf, type Actor } from '#platform';
import { ChangePlan } from '../plans/change-plan.js';
import type { VisitSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { openSheetPath } from './addresses.js';
import { sheetEmail } from './emails/visit-sheet.email.js';
import { changeLines } from './change-lines.js';
import { MakeSheet } from './make-sheet.js';
import { ReadSheets } from './read-sheets.js';
import { SheetLinkRow } from './sheet.entity.js';
import { SheetLinks } from './sheet-links.js';
import type { Sheet, SheetReader, WhichSheet } from './sheets.js';

/** Mails the link to a sheet, saying what is different since it was mailed last. */
@Injectable()
export class SendSheet {
  constructor(
    private readonly plan: ChangePlan,
    private readonly sheets: ReadSheets,
    private readonly links: SheetLinks,
    private readonly making: MakeSheet,
    private readonly askForMail: AskForMail,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param to one of the reader's mail addresses, as they are known of the host or the interpreter
   * @throws Problem 404; 409 `visit-cancelled`, `sheet-over`; 422
   */
  run(manager: EntityManager, actor: Actor, which: WhichSheet, to: string): Promise<Sheet> {
    return this.plan.within(manager, actor, which.visitId, async () => {
      const before = await this.sheets.one(which, manager);
      const reader = valueOf(readerOf(before, to));
      const link = await this.links.open(manager, which);
      const { kept } = await this.making.within(manager, which);
      const since = (await this.making.sinceSent([before], manager)).get(before.subject.id);
      const siteUrl = this.settings.PUBLIC_URL;
      await this.askForMail.run(manager, {
        mailId: uuidv7(),
        reader: { personId: null, to: { name: reader.name, address: reader.email } },
        kind: 'visit-links',
        content: sheetEmail({
          kind: which.kind,
          visit: before.visit.title,
          name: reader.name,
          subject: before.subject.name,
          changes: since === undefined ? null : changeLines(since),
          endsAt: link.endsAt,
          zone: before.visit.zone,
          url: siteUrl + openSheetPath(which.kind, link.secret),
          siteUrl,
        }),
        correlationId: actor.requestId,
      });
      await manager.update(
        SheetLinkRow,
        { id: link.id },
        { sentAt: dateOf(this.clock()), sentTo: reader.email, sentNumber: kept.number },
      );
      const action = `Sheet sent: “${before.subject.name}”, version ${kept.number}`;
      return { result: await this.sheets.one(which, manager), change: { action, changes: [] } };
    });
  }
}

/** Addresses that are typed elsewhere go astray: whoever is to have it is entered with the host or the interpreter first. */
function readerOf({ subject }: Sheet, to: string): Checked<SheetReader> {
  const wanted = to.trim().toLowerCase();
  const reader = subject.readers.find(({ email }) => email.toLowerCase() === wanted);
  if (reader !== undefined) return accepted(reader);
  return wanted === ''
    ? refuse('to', 'missing', 'Choose who is to have it.')
    : refuse('to', 'no-such-address', `${subject.name} has no such address. Enter it there first.`);
}
