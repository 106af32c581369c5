import { Inject, Injectable } from '@nestjs/common';
import { conflict, dateOf, Transactions, valueOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { checkReference } from './domain/reference.js';
import { referencesClosed } from './ask-reference.js';
import { OpenReference } from './open-reference.js';
import { ReferenceRow } from './reference.entity.js';

/** Keeps what somebody says in support of an applicant, or that they cannot. Both can be changed while references are taken. */
@Injectable()
export class AnswerReference {
  constructor(
    private readonly transactions: Transactions,
    private readonly references: OpenReference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What is so already is not changed: a second press is harmless.
   *
   * @param version that was seen; `null`: whatever there is
   * @throws Problem 404; 409 `references-closed`, `edited-meanwhile`; 422 on `text`
   */
  give(secret: string, typed: string, version: number | null): Promise<void> {
    const text = valueOf(checkReference(typed));
    return this.save(secret, { status: 'given', text }, version);
  }

  /** What was written before is deleted. @throws Problem 404; 409 `references-closed` */
  decline(secret: string): Promise<void> {
    return this.save(secret, { status: 'declined', text: null }, null);
  }

  private save(
    secret: string,
    answer: Pick<ReferenceRow, 'status' | 'text'>,
    version: number | null,
  ): Promise<void> {
    return this.transactions.run(async (manager) => {
      const { row, isOpen } = await this.references.forChange(manager, secret);
      if (row.status === answer.status && row.text === answer.text) return;
      if (!isOpen) throw referencesClosed();
      if (version !== null && version !== row.version) throw changedMeanwhile();
      await manager.update(
        ReferenceRow,
        { id: row.id },
        { ...answer, givenAt: dateOf(this.clock()), version: row.version + 1 },
      );
    });
  }
}

const changedMeanwhile = () =>
  conflict(
    'edited-meanwhile',
    'You saved another text with this link meanwhile, in another window perhaps. Look at that, then save again.',
  );
