import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource } from 'typeorm';
import { dateOf, hashOfLinkSecret, isLinkSecret, notFound, type Problem } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import type { SheetKind } from './domain/sheet.js';
import { MakeSheet, type MadeSheet } from './make-sheet.js';
import { ReadSheets } from './read-sheets.js';
import { SheetLinkRow, SheetRow } from './sheet.entity.js';

/** 404: no link, or none any more. The sentence is the same for all, as it tells strangers nothing. */
const leadsNowhere = (): Problem =>
  notFound('This link does not lead anywhere any more. Ask whoever sent it to you for another one.');

/** Opens a sheet for whoever has its link, and notes that it was. */
@Injectable()
export class OpenSheet {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sheets: ReadSheets,
    private readonly making: MakeSheet,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 where the link has ended or is not for such a sheet, or the visit was called off */
  async run(kind: SheetKind, secret: string): Promise<MadeSheet> {
    const { manager } = this.dataSource;
    const link = isLinkSecret(secret)
      ? await manager.findOneBy(SheetLinkRow, { secretHash: hashOfLinkSecret(secret), endedAt: IsNull() })
      : null;
    const row = link && (await manager.findOneBy(SheetRow, { id: link.sheetId }));
    const subjectId = row && (kind === 'host' ? row.hostId : row.interpreterId);
    if (link === null || row === null || subjectId === null) throw leadsNowhere();
    const which = { visitId: row.visitId, kind, subjectId };
    const sheet = await this.sheets.one(which);
    if (sheet.link?.id !== link.id || !this.sheets.isOpen(sheet, sheet.link)) throw leadsNowhere();
    const made = await this.making.run(which);
    await manager.update(
      SheetLinkRow,
      { id: link.id },
      { openedAt: dateOf(this.clock()), openedNumber: made.kept.number },
    );
    return made;
  }
}
