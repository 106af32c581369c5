import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { conflict, dateOf, Transactions, valueOf } from '#platform';
import { SensitiveDetails, type Subject } from '../secrets/sensitive-details.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { ApplicationRow } from './application.entity.js';
import { checkAccess, type AccessInput } from './domain/answers.js';
import { hasPlace } from './has-place.js';
import { OpenApplication, type OpenedApplication, type Who } from './open-application.js';

/** The name of what somebody needs among sensitive details. */
export const accessField = 'access';

const subjectOf = ({ id, visitId }: ApplicationRow): Subject => ({ kind: 'application', id, visitId });

/** Keeps what an applicant needs to travel and to take part: sealed, apart from all else, and for their own eyes here. */
@Injectable()
export class SaveAccess {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: OpenApplication,
    private readonly details: SensitiveDetails,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether somebody has said what they need; that is all that others see of it here. */
  async isSaid({ id }: ApplicationRow): Promise<boolean> {
    return (
      (await this.details.holds(this.dataSource.manager, 'application', [id])).get(id)?.has(accessField) ??
      false
    );
  }

  /** What they said, for whose application it is; that it was opened is written down. @throws Problem 403; 404; 409 */
  read(who: Who): Promise<OpenedApplication & { readonly needs: string }> {
    return this.transactions.run(async (manager) => {
      const opened = await this.applications.forChange(manager, who, 'say-access');
      const why = 'The applicant opened what they said they need';
      const found = await this.details.look(manager, null, subjectOf(opened.row), [accessField], why);
      return { ...opened, needs: found.get(accessField) ?? '' };
    });
  }

  /**
   * Blank: what was said is forgotten.
   *
   * @throws Problem 403; 404; 409 `application-withdrawn`, `has-place`; 422
   */
  run(who: Who, input: AccessInput): Promise<void> {
    const needs = valueOf(checkAccess(input));
    return this.transactions.run(async (manager) => {
      const { row } = await this.applications.forChange(manager, who, 'say-access');
      if (await hasPlace(manager, row.id)) throw sayAsTraveller();
      if (needs === null) return this.details.forget(manager, subjectOf(row), accessField);
      return this.details.keep(manager, subjectOf(row), accessField, needs, {
        consentAt: dateOf(this.clock()),
      });
    });
  }
}

const sayAsTraveller = () =>
  conflict('has-place', 'You have a place on the visit: say what you need on your page as a traveller.');
