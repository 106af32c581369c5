import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changesBetween, type Words } from '#checks';
import { valueOf, type Actor } from '#platform';
import { ChangePlan } from '../plans/change-plan.js';
import { thingEditedMeanwhile } from '../plans/problems.js';
import { checkSheet, type SheetDetails, type SheetInput } from './domain/sheet.js';
import { ReadSheets } from './read-sheets.js';
import { SheetRow } from './sheet.entity.js';
import type { Sheet, WhichSheet } from './sheets.js';

/** Writes what staff say on the sheets of hosts and interpreters. */
@Injectable()
export class KeepSheet {
  constructor(
    private readonly plan: ChangePlan,
    private readonly sheets: ReadSheets,
  ) {}

  /**
   * @param version of the sheet that the person saw; `null`: whichever it is
   * @throws Problem 404; 409 `edited-meanwhile`; 422
   */
  save(actor: Actor, which: WhichSheet, version: number | null, input: SheetInput): Promise<Sheet> {
    return this.plan.run(actor, which.visitId, async ({ manager }) => {
      const before = await this.sheets.one(which, manager);
      if (version !== null && before.version !== version) throw thingEditedMeanwhile('sheet');
      const details = valueOf(checkSheet(input));
      const changes = changesBetween(wordsOf(before), wordsOf(details));
      if (changes.length === 0) return { result: before, change: null };
      const id = await keptId(manager, before);
      await manager.update(SheetRow, { id }, { ...details, version: before.version + 1 });
      const action = `Sheet changed: “${before.subject.name}”`;
      return { result: await this.sheets.one(which, manager), change: { action, changes } };
    });
  }

  /** Whether it says already what a form says: a second press of its button. */
  saysAlready(sheet: Sheet, input: SheetInput): boolean {
    const checked = checkSheet(input);
    return checked.ok && changesBetween(wordsOf(sheet), wordsOf(checked.value)).length === 0;
  }
}

/** The row of a sheet, which is made where there is none yet. Under the visit's lock, so that there is but one. */
export async function keptId(manager: EntityManager, { id, visit, subject }: Sheet): Promise<string> {
  if (id !== null) return id;
  const made = uuidv7();
  await manager.insert(SheetRow, {
    id: made,
    visitId: visit.id,
    hostId: subject.kind === 'host' ? subject.id : null,
    interpreterId: subject.kind === 'interpreter' ? subject.id : null,
    notes: '',
    showsNeeds: false,
    version: 0,
  });
  return made;
}

const wordsOf = ({ notes, showsNeeds }: SheetDetails): Words => ({
  'Words for them': notes,
  'How many eat or need something of their own': showsNeeds ? 'Told, as figures' : 'Not told',
});
