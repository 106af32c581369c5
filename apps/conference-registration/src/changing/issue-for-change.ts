import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateOf, type Actor } from '#platform';
import type { BookingRow } from '../bookings/booking.entity.js';
import { CustomerAccount } from '../money/customer-account.js';
import type { HowMuch } from '../money/domain/credit.js';
import { settle } from '../money/domain/settling.js';
import { IssueCreditNote } from '../money/issue-credit-note.js';
import { IssueInvoice } from '../money/issue-invoice.js';
import type { IssuedDocument } from '../money/write-document.js';
import { CLOCK, type Clock } from '../tokens.js';

/** What a change gives up and takes. */
export interface ChangedPlaces {
  readonly booking: BookingRow;
  /** Places that were given up. */
  readonly gone: readonly string[];
  /** How much of each is credited. */
  readonly howMuch: HowMuch;
  /** Places that were taken. */
  readonly taken: readonly string[];
  /** As the credit note says it. */
  readonly reason: string;
  readonly actor: Actor;
}

/** What was issued for it. */
export interface IssuedForChange {
  readonly creditNotes: readonly IssuedDocument[];
  readonly invoice: IssuedDocument | null;
}

/** Issues the documents for a change, the last thing in its transaction: first what is credited, then what is invoiced. */
@Injectable()
export class IssueForChange {
  constructor(
    private readonly creditNotes: IssueCreditNote,
    private readonly invoices: IssueInvoice,
    private readonly account: CustomerAccount,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(manager: EntityManager, change: ChangedPlaces): Promise<IssuedForChange> {
    const { booking, gone, howMuch, taken, reason, actor } = change;
    const creditNotes =
      gone.length === 0
        ? []
        : await this.creditNotes.run(manager, { of: { placeIds: gone }, percent: howMuch, reason, actor });
    const invoice =
      taken.length === 0 ? null : await this.invoices.run(manager, { booking, placeIds: taken, actor });
    if (invoice !== null && creditNotes.length > 0) await this.putCredit(manager, creditNotes, invoice);
    return { creditNotes, invoice };
  }

  /** What of the credit is not needed for the old invoice, since that was paid, pays the new one. */
  private async putCredit(
    manager: EntityManager,
    creditNotes: readonly IssuedDocument[],
    { id, customerId }: IssuedDocument,
  ): Promise<void> {
    const { invoices, credits } = await this.account.read(manager, customerId);
    const own = new Set(creditNotes.map((note) => note.id));
    const parts = settle(
      credits.filter((credit) => own.has(credit.id)),
      invoices.filter((invoice) => invoice.id === id),
    );
    await this.account.settle(manager, customerId, parts, dateOf(this.clock()));
  }
}
