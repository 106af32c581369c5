import { Injectable } from '@nestjs/common';
import { ImportStates } from '#imports';
import type { Schedule } from '#messaging';
import type { ImportEntity } from './import.entity.js';

/** Deletes what uploaded files said once it has been kept for its time. */
@Injectable()
export class DeleteOldImports implements Schedule {
  readonly name = 'delete-old-imports';
  readonly every = 60 * 60_000;

  constructor(private readonly states: ImportStates<ImportEntity>) {}

  async run(): Promise<void> {
    await this.states.deleteOld();
  }
}
