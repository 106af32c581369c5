import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { conflict, dateOf, hashOfLinkSecret, Transactions, unprocessable, valueOf } from '#platform';
import { OpenApplication, type Who } from '../applications/open-application.js';
import { CLOCK, type Clock } from '../tokens.js';
import {
  checkReferee,
  isTakingReferences,
  mostAsked,
  mostReferences,
  type RefereeInput,
} from './domain/reference.js';
import { ReadReferences } from './read-references.js';
import { ReferenceRow } from './reference.entity.js';
import { WriteToReferee } from './write-to-referee.js';

/** Asks a colleague for a reference, by mail. It is no part of the answers: one may ask until the decision. */
@Injectable()
export class AskReference {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: OpenApplication,
    private readonly references: ReadReferences,
    private readonly write: WriteToReferee,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asked already in just this way, nobody is asked twice: a second press is harmless.
   *
   * @returns the reference’s id
   * @throws Problem 403; 404; 409 `references-closed`, `too-many-references`; 422
   */
  run(who: Who, typed: RefereeInput, correlationId: string): Promise<string> {
    return this.transactions.run(async (manager) => {
      // Their own right to it is that to withdraw: as long as the application stands, for whoever's it is.
      const { row, visit } = await this.applications.forChange(manager, who, 'withdraw');
      const referee = valueOf(checkReferee(typed, row.email));
      const now = this.clock();
      if (!isTakingReferences(visit, row.status, now)) throw referencesClosed();
      const asked = await this.references.of(row.id, manager);
      const same = asked.find(({ email }) => email?.toLowerCase() === referee.email.toLowerCase());
      if (same !== undefined) {
        if (same.name === referee.name && same.relation === referee.relation) return same.id;
        throw askedAlready(same.status);
      }
      const standing = asked.filter(({ status }) => status !== 'declined').length;
      if (standing >= mostReferences || asked.length >= mostAsked) throw tooMany(standing);
      const id = uuidv7();
      const reference = await manager.save(ReferenceRow, {
        id,
        applicationId: row.id,
        ...referee,
        status: 'asked',
        text: null,
        secretHash: hashOfLinkSecret(this.write.secretFor(id)),
        askedAt: dateOf(now),
        remindedAt: null,
        givenAt: null,
        version: 1,
      });
      await this.write.ask(manager, reference, row, visit, { isReminder: false, correlationId });
      return id;
    });
  }
}

/** 409: it is too late for references. */
export const referencesClosed = () =>
  conflict(
    'references-closed',
    'References are not taken any more: it has been, or is being, decided who comes.',
  );

const askedAlready = (status: string) =>
  unprocessable([
    {
      field: 'email',
      code: 'asked-already',
      message:
        status === 'declined'
          ? 'They have told us that they cannot give a reference. Ask somebody else.'
          : 'You have asked somebody with this address already.',
    },
  ]);

const tooMany = (standing: number) =>
  conflict(
    'too-many-references',
    standing >= mostReferences
      ? `You have asked ${mostReferences} colleagues, which is the most.`
      : `You have asked ${mostAsked} colleagues in all, which is the most. Write to us if you need another.`,
  );
