import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail } from '#messaging';
import { FindPerson } from '#people';
import { moneyInWords } from '#ui';
import type { VisitSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { TravellerLinks } from '../travellers/traveller-links.js';
import type { Visit } from '../visits/domain/visit.js';
import { expensePath, ownExpensePath } from './addresses.js';
import { expenseEmail, type ExpenseMail } from './emails/expense-decided.email.js';
import { amountInWords } from './in-words.js';
import type { KeptExpense } from './expense-of.js';

/** Writes to whoever claims an expense what became of it. */
@Injectable()
export class WriteToClaimant {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly travellers: ReadTravellers,
    private readonly people: FindPerson,
    private readonly links: TravellerLinks,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  refused(
    manager: EntityManager,
    visit: Visit,
    expense: KeptExpense,
    why: string,
    correlationId: string,
  ): Promise<void> {
    return this.send(manager, visit, expense, { occasion: 'refused', why }, correlationId);
  }

  paid(manager: EntityManager, visit: Visit, expense: KeptExpense, correlationId: string): Promise<void> {
    return this.send(manager, visit, expense, { occasion: 'paid', why: '' }, correlationId);
  }

  /** Nobody is written to who is forgotten or has no address. */
  private async send(
    manager: EntityManager,
    visit: Visit,
    expense: KeptExpense,
    said: Pick<ExpenseMail, 'occasion' | 'why'>,
    correlationId: string,
  ): Promise<void> {
    const siteUrl = this.settings.PUBLIC_URL;
    const reader = await this.readerOf(manager, expense);
    if (reader === null) return;
    await this.askForMail.run(manager, {
      mailId: uuidv7(),
      reader: { personId: null, to: { name: reader.name, address: reader.email } },
      kind: 'visit-links',
      content: expenseEmail({
        ...said,
        name: reader.name,
        visitTitle: visit.title,
        number: expense.number,
        what: expense.what,
        amount: amountInWords(expense),
        pounds: moneyInWords(expense.pence),
        url: siteUrl + reader.path,
        siteUrl,
      }),
      correlationId,
    });
  }

  private async readerOf(manager: EntityManager, { id, visitId, travellerId, personId }: KeptExpense) {
    if (travellerId !== null) {
      const { name, email } = await this.travellers.one(visitId, travellerId, manager);
      const path = ownExpensePath(this.links.secretFor(travellerId), id);
      return email === null ? null : { name, email, path };
    }
    const person = personId === null ? null : await this.people.byId(personId, manager);
    if (person === null || person.email === null) return null;
    return { name: person.name, email: person.email, path: expensePath(visitId, id) };
  }
}
