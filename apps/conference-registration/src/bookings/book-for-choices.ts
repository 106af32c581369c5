import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FindPerson } from '#people';
import { categoryInSentence, categoryOn } from '../members/domain/organisation.js';
import type { Temporal } from 'temporal-polyfill';
import type { BookFor } from './customer.js';

/** One of those for whom somebody may book. */
export interface BookForChoice {
  /** As a form sends it. */
  readonly value: string;
  /** "Rochdale Borough Council, full member" */
  readonly words: string;
  readonly bookFor: BookFor;
}

/** For whom somebody may book: the organisations whose booking contact they are, then themselves. */
@Injectable()
export class BookForChoices {
  constructor(private readonly people: FindPerson) {}

  /**
   * @param on where the conference is
   * @param manager of the transaction that wants to know, if any
   */
  async of(
    personId: string,
    on: Temporal.PlainDate,
    manager?: EntityManager,
  ): Promise<readonly BookForChoice[]> {
    const belongings = await this.people.organisationsOf(personId, manager);
    const organisations = belongings.filter(({ isBookingContact }) => isBookingContact);
    return [
      ...organisations.map(({ organisation }) => ({
        value: organisation.id,
        words: `${organisation.name} (${categoryInSentence(categoryOn(organisation, on))})`,
        bookFor: { kind: 'organisation' as const, organisationId: organisation.id },
      })),
      { value: 'self', words: 'Myself, and I pay', bookFor: { kind: 'self' } },
    ];
  }
}
