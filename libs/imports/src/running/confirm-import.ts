import { conflict, notFound, type Actor } from '#platform';
import { keptForDays, type Import, type ImportRecord } from '../import-record.js';
import type { ImportStates } from '../import-states.js';
import type { ImportRunner } from './import-runner.js';

/** Starts an import that somebody has looked at, or one that stopped or failed again. */
export class ConfirmImport<Record extends ImportRecord = ImportRecord> {
  constructor(
    private readonly states: ImportStates<Record>,
    private readonly runner: Pick<ImportRunner, 'start'>,
  ) {}

  /**
   * A second confirmation of the same import does nothing.
   *
   * @param leaveOut whether rows with problems are left out; without, an import with problems is not started
   * @throws Problem 404; 409 `rows-have-problems`
   */
  async run(actor: Actor, id: string, leaveOut: boolean): Promise<Import<Record>> {
    const found = await this.read(id);
    if (found.problemCount > 0 && !leaveOut) {
      throw conflict(
        'rows-have-problems',
        'Some rows have problems. Put them right in the file and upload it again, or say that they are to be left out.',
      );
    }
    if (await this.states.confirm(id)) await this.runner.start(actor, id);
    return this.read(id);
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<Import<Record>> {
    const found = isUuid(id) ? await this.states.find(id) : null;
    if (found === null) {
      throw notFound(
        `There is no import at this address. Imports are deleted ${keptForDays} days after their upload.`,
      );
    }
    return found;
  }
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
