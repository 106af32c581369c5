import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { conflict, dateOf, Transactions, valueOf } from '#platform';
import { listInWords } from '#ui';
import { CLOCK, type Clock } from '../tokens.js';
import { checkInterpreter, type InterpreterInput } from './domain/interpreter.js';
import { InterpreterBookingRow, InterpreterRow } from './interpreter.entity.js';
import { noSuchInterpreter, ReadInterpreters, type Interpreter } from './read-interpreters.js';

/** Who, and the version that the person saw. */
export interface SeenInterpreter {
  readonly id: string;
  /** `null`: whichever it is. */
  readonly version: number | null;
}

/** Writes who interprets for visits. */
@Injectable()
export class KeepInterpreters {
  constructor(
    private readonly transactions: Transactions,
    private readonly interpreters: ReadInterpreters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 with every field that needs attention */
  async add(manager: EntityManager, input: InterpreterInput): Promise<Interpreter> {
    const details = valueOf(checkInterpreter(input));
    const id = uuidv7();
    await manager.insert(InterpreterRow, { ...details, id, version: 1, changedAt: dateOf(this.clock()) });
    return this.interpreters.one(id, manager);
  }

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 */
  edit({ id, version }: SeenInterpreter, input: InterpreterInput): Promise<Interpreter> {
    return this.transactions.run(async (manager) => {
      const before = await this.locked(id, manager);
      if (version !== null && before.version !== version) {
        throw conflict('edited-meanwhile', 'Somebody changed this after you opened it. Look at it again.');
      }
      const details = valueOf(checkInterpreter(input));
      if (this.saysAlready(before, input)) return before;
      const columns = { ...details, version: before.version + 1, changedAt: dateOf(this.clock()) };
      await manager.update(InterpreterRow, { id }, columns);
      return this.interpreters.one(id, manager);
    });
  }

  /** Whether it says already what a form says: a second press of its button. */
  saysAlready(interpreter: Interpreter, input: InterpreterInput): boolean {
    const checked = checkInterpreter(input);
    return (
      checked.ok &&
      checked.value.name === interpreter.name &&
      checked.value.languages.join() === interpreter.languages.join() &&
      checked.value.email === interpreter.email &&
      checked.value.phone === interpreter.phone &&
      checked.value.notes === interpreter.notes
    );
  }

  /** Cancelled items do not keep them. @throws Problem 404; 409 `interpreter-booked` with what for */
  remove(id: string): Promise<Interpreter> {
    return this.transactions.run(async (manager) => {
      const interpreter = await this.locked(id, manager);
      const items = await this.interpreters.itemsOf(id, manager);
      if (items.length > 0) {
        const titles = listInWords(items.slice(0, 5).map(({ title }) => `“${title}”`));
        throw conflict(
          'interpreter-booked',
          `${interpreter.name} is booked for ${titles}. Book somebody else there first.`,
        );
      }
      await manager.delete(InterpreterBookingRow, { interpreterId: id });
      await manager.delete(InterpreterRow, { id });
      return interpreter;
    });
  }

  /** Whoever books them waits until this is done, and the other way round. @throws Problem 404 */
  private async locked(id: string, manager: EntityManager): Promise<Interpreter> {
    await this.interpreters.one(id, manager);
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await manager.findOne(InterpreterRow, { where: { id }, lock });
    if (row === null) throw noSuchInterpreter();
    return this.interpreters.one(id, manager);
  }
}
