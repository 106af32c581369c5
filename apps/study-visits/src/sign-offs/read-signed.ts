import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Words } from '#checks';
import { considerationInWords } from '../package-travel/in-words.js';
import { ReadConsideration } from '../package-travel/read-consideration.js';
import { risksInWords } from '../risks/in-words.js';
import { ReadRisks } from '../risks/read-risks.js';
import type { Visit } from '../visits/domain/visit.js';
import { compareSigned, type Signed } from './domain/sign-state.js';
import type { SignOffRow } from './sign-off.entity.js';
import { SignOffs, wordsOf } from './sign-offs.js';

/** How something that is signed stands. */
export interface SignedThing extends Signed {
  /** What would be signed now, in words; empty where there is nothing to sign. */
  readonly now: Words;
  /** The newest first. */
  readonly signOffs: readonly SignOffRow[];
}

/** Says of a visit whether what has to be signed is, and still holds. */
@Injectable()
export class ReadSigned {
  constructor(
    private readonly signOffs: SignOffs,
    private readonly readRisks: ReadRisks,
    private readonly considerations: ReadConsideration,
  ) {}

  async risks(visit: Visit, manager?: EntityManager): Promise<SignedThing> {
    const now = risksInWords(await this.readRisks.of(visit.id, manager));
    return compared(now, await this.signOffs.of(visit.id, 'risks', manager));
  }

  async packageTravel(visit: Visit, manager?: EntityManager): Promise<SignedThing> {
    const row = await this.considerations.of(visit.id, manager);
    const now = row === null ? {} : considerationInWords(row, visit);
    return compared(now, await this.signOffs.of(visit.id, 'package-travel', manager));
  }
}

const compared = (now: Words, signOffs: readonly SignOffRow[]): SignedThing => {
  const [last] = signOffs;
  return { ...compareSigned(last === undefined ? null : wordsOf(last), now), now, signOffs };
};
