import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { markPaper, type MarkedPaper } from '../papers/domain/paper-changes.js';
import { KeepPaper, type KeptPaper, type MadePaper } from '../papers/keep-paper.js';
import { PaperRow } from '../papers/paper.entity.js';
import { nameThose } from '../party/domain/named.js';
import { ReadAgreed } from '../party/read-agreed.js';
import { SensitiveDetails } from '../secrets/sensitive-details.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { toldNeeds } from './domain/sheet.js';
import { ReadSheets } from './read-sheets.js';
import { comingTo, itemsOf, sheetPaper } from './sheet-paper.js';
import type { Sheet, WhichSheet } from './sheets.js';

/** A version of a sheet, with those who come and agree to be named. */
export interface MadeSheet {
  readonly sheet: Sheet;
  readonly kept: KeptPaper;
  /** By number; as they agree now, not as they did when the version was made. */
  readonly named: readonly Traveller[];
}

/** Makes the sheet of a host or an interpreter from what is planned now. */
@Injectable()
export class MakeSheet {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sheets: ReadSheets,
    private readonly papers: KeepPaper,
    private readonly agreed: ReadAgreed,
    private readonly details: SensitiveDetails,
  ) {}

  /** The sheet as it is now; a version is kept of it unless it is the last. @throws Problem 404 */
  async run(which: WhichSheet): Promise<MadeSheet> {
    const kept = await this.papers.run(paperOf(which), (manager) => this.makeOf(which, manager));
    return this.named(await this.sheets.one(which), kept, this.dataSource.manager);
  }

  /** The same in a transaction of the caller's, which waits for the visit's lock. @throws Problem 404 */
  async within(manager: EntityManager, which: WhichSheet): Promise<MadeSheet> {
    const kept = await this.papers.within(manager, paperOf(which), (within) => this.makeOf(which, within));
    return this.named(await this.sheets.one(which, manager), kept, manager);
  }

  /**
   * What of sheets of one visit is different from the versions of them that were mailed last.
   *
   * @returns by the id of whose sheet it is; a sheet that was not mailed, or of which what was mailed is kept no longer, is left out
   */
  async sinceSent(
    sheets: readonly Sheet[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, MarkedPaper>> {
    const sent = sheets.flatMap((sheet) => {
      const number = sheet.link?.sent?.number ?? null;
      return number === null ? [] : [{ sheet, which: { ...paperOf(whichOf(sheet)), number } }];
    });
    if (sent.length === 0) return new Map();
    const rows = await manager.find(PaperRow, { where: sent.map(({ which }) => which) });
    const facts = await this.factsFor(sheets, manager);
    return new Map(
      sent.flatMap(({ sheet, which }) => {
        const row = rows.find(({ kind, subject }) => kind === which.kind && subject === which.subject);
        const before = row?.content ?? null;
        return before === null ? [] : [[sheet.subject.id, markPaper(before, madeOf(sheet, facts).paper)]];
      }),
    );
  }

  private async makeOf(which: WhichSheet, manager: EntityManager): Promise<MadePaper> {
    const sheet = await this.sheets.one(which, manager);
    return madeOf(sheet, await this.factsFor([sheet], manager));
  }

  /** What several sheets say of those who come to any of them. */
  private async factsFor(sheets: readonly Sheet[], manager: EntityManager): Promise<SheetFacts> {
    const hosts = sheets.filter(({ subject }) => subject.kind === 'host');
    const ids = [...new Set(hosts.flatMap((sheet) => comingOf(sheet).map(({ id }) => id)))];
    const withNeeds = hosts.some(({ showsNeeds }) => showsNeeds) ? ids : [];
    return {
      agreed: await this.agreed.of(ids, 'hosts', manager),
      diet: await this.withNeeds(withNeeds, 'dietary', manager),
      access: await this.withNeeds(withNeeds, 'access', manager),
    };
  }

  /** Who told of something; that they need nothing is an answer as well, and blank. */
  private async withNeeds(ids: readonly string[], field: string, manager: EntityManager) {
    const told = await this.details.readForRule(manager, 'traveller', ids, field);
    return new Set([...told].flatMap(([id, text]) => (text === '' ? [] : [id])));
  }

  private async named(sheet: Sheet, kept: KeptPaper, manager: EntityManager): Promise<MadeSheet> {
    const { agreed } = await this.factsFor([sheet], manager);
    return { sheet, kept, named: nameThose(comingOf(sheet), agreed).named };
  }
}

/** Ids of travellers: who agreed to be named, who told of something that they eat or need. */
interface SheetFacts {
  readonly agreed: ReadonlySet<string>;
  readonly diet: ReadonlySet<string>;
  readonly access: ReadonlySet<string>;
}

function madeOf(sheet: Sheet, { agreed, diet, access }: SheetFacts): MadePaper {
  const isHost = sheet.subject.kind === 'host';
  const coming = comingOf(sheet);
  const count = (those: ReadonlySet<string>) => coming.filter(({ id }) => those.has(id)).length;
  const needs =
    isHost && sheet.showsNeeds
      ? toldNeeds(coming.length, { diet: count(diet), access: count(access) })
      : null;
  return {
    paper: sheetPaper(sheet, { agreed, needs }),
    names: isHost ? nameThose(coming, agreed).named.map(({ id }) => id) : [],
  };
}

const whichOf = ({ visit, subject }: Sheet): WhichSheet => ({
  visitId: visit.id,
  kind: subject.kind,
  subjectId: subject.id,
});

const comingOf = ({ itinerary, subject }: Sheet): readonly Traveller[] =>
  comingTo(itinerary, itemsOf(itinerary, subject));

const paperOf = ({ visitId, kind, subjectId }: WhichSheet) => ({ visitId, kind, subject: subjectId });
