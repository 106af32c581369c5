import { Injectable } from '@nestjs/common';
import type { Fill } from './fill.js';
import { FillsRepository } from './fills.repository.js';
import { ReadFill } from './read-fill.js';

/** Stops a fill: whoever is at it sees it within a second or so. */
@Injectable()
export class CancelFill {
  constructor(
    private readonly fills: FillsRepository,
    private readonly read: ReadFill,
  ) {}

  /**
   * One that is over stays as it is.
   * @throws Problem 404
   */
  async run(exhibitionId: string, id: string): Promise<Fill> {
    await this.read.one(exhibitionId, id);
    await this.fills.cancel(exhibitionId, id);
    return this.read.one(exhibitionId, id);
  }
}
