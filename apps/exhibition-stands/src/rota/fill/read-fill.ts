import { Injectable } from '@nestjs/common';
import { notFound } from '#platform';
import { isId } from '../../domain/ids.js';
import type { Fill } from './fill.js';
import { FillsRepository } from './fills.repository.js';

/** Says how far a fill is, and what came of it. */
@Injectable()
export class ReadFill {
  constructor(private readonly fills: FillsRepository) {}

  /** @throws Problem 404 */
  async one(exhibitionId: string, id: string): Promise<Fill> {
    const fill = isId(exhibitionId) && isId(id) ? await this.fills.one(exhibitionId, id) : null;
    if (!fill) throw notFound('There is no such filling of the rota.');
    return fill;
  }

  /** The last that was asked for; `null` where there was none. @throws Problem 404 where it is no exhibition's id */
  async last(exhibitionId: string): Promise<Fill | null> {
    if (!isId(exhibitionId)) throw notFound('There is no such exhibition.');
    return this.fills.last(exhibitionId);
  }
}
