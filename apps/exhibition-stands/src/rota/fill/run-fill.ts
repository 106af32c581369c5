import { Inject, Injectable } from '@nestjs/common';
import { Transactions, type Log } from '#platform';
import { RunSearch } from '#solver';
import { LOG } from '../../tokens.js';
import type { RotaAnswer, RotaProblem } from '../index.js';
import { RotaSolver } from '../sandbox/rota-solver.js';
import { failures } from './fill.js';
import { FilledDraft } from './filled-draft.js';
import { FillsRepository } from './fills.repository.js';

/** Searches for the rota of one fill and writes it to the draft. */
@Injectable()
export class RunFill extends RunSearch<'exhibitionId', RotaProblem, RotaAnswer> {
  constructor(
    rows: FillsRepository,
    solver: RotaSolver,
    draft: FilledDraft,
    transactions: Transactions,
    @Inject(LOG) log: Log,
  ) {
    super({
      rows,
      solver,
      transactions,
      log,
      words: failures,
      lock: (manager, { exhibitionId }) => manager.query('SELECT lock_exhibition($1)', [exhibitionId]),
      write: (manager, fill, answer) => draft.write(manager, fill, answer),
    });
  }
}
