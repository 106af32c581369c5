import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { AskForMail } from '#messaging';
import { dateInWords } from '#ui';
import { howToPay, type SellerSettings } from '../../money/seller.js';
import type { IssuedDocument } from '../../money/write-document.js';
import { SETTINGS } from '../../tokens.js';
import { visitDocumentPath } from '../addresses.js';
import { chargeInSentence } from '../domain/charge-words.js';
import type { VisitChargeRow } from '../visit-charge.entity.js';
import { VisitLinks } from '../visit-links.js';
import { visitDocumentsEmail, type VisitInvoiceInMail } from './visit-documents.email.js';

/** What was issued together: an invoice, a credit note, or one of each where an invoice was issued again. */
export interface VisitIssued {
  readonly issued: readonly IssuedDocument[];
  /** Why something is credited. */
  readonly reason: string | null;
  readonly correlationId: string;
}

/** Mails what was issued for a study visit to whoever looks after it, and to where its invoices go. */
@Injectable()
export class SendVisitDocuments {
  constructor(
    private readonly mails: AskForMail,
    private readonly links: VisitLinks,
    @Inject(SETTINGS) private readonly settings: SellerSettings & { readonly PUBLIC_URL: string },
  ) {}

  /** In the transaction that issues it. Nothing is sent where nothing was issued, or nobody has an address any more. */
  async run(
    manager: EntityManager,
    charge: VisitChargeRow,
    { issued, reason, correlationId }: VisitIssued,
  ): Promise<void> {
    const [first] = issued;
    if (first === undefined) return;
    const siteUrl = this.settings.PUBLIC_URL;
    const secret = this.links.secretOf(charge.id);
    const inMail = ({ label, grossPence }: IssuedDocument) => ({
      label,
      grossPence,
      url: siteUrl + visitDocumentPath(secret, label),
    });
    const invoice = issued.find(({ kind }) => kind === 'invoice');
    const creditNote = issued.find(({ kind }) => kind === 'credit-note');
    const invoiceInMail = invoice && {
      ...inMail(invoice),
      ...(await this.toPay(manager, charge, invoice)),
    };
    await this.mails.all(
      manager,
      readersOf(charge).map((reader) => ({
        mailId: uuidv5(`visit-issued ${reader.to.address}`, first.id),
        // A link that opens it for anybody is not kept for staff to read.
        kind: 'visit-links' as const,
        reader,
        content: visitDocumentsEmail({
          visit: charge.visitTitle,
          traveller: charge.travellerName,
          what: chargeInSentence[charge.kind],
          readerName: reader.to.name,
          invoice: invoiceInMail ?? null,
          creditNote: creditNote ? inMail(creditNote) : null,
          reason: reason ?? '',
          url: siteUrl + this.links.pathOf(charge.id),
          siteUrl,
        }),
        correlationId,
      })),
    );
  }

  private async toPay(
    manager: EntityManager,
    { purchaseOrder, purchaseOrderRequired }: VisitChargeRow,
    { id, label }: IssuedDocument,
  ): Promise<Omit<VisitInvoiceInMail, 'label' | 'url' | 'grossPence'>> {
    const [document] = await manager.query<{ dueOn: string }[]>(
      'SELECT due_on::text AS "dueOn" FROM documents WHERE id = $1',
      [id],
    );
    if (document === undefined) throw new Error(`there is no document ${label}`);
    return {
      dueOn: dateInWords(Temporal.PlainDate.from(document.dueOn)),
      purchaseOrder,
      isPurchaseOrderMissing: purchaseOrderRequired && purchaseOrder === null,
      howToPay: howToPay(this.settings, label),
    };
  }
}

/** Whoever looks after it, and where its invoices go, each once. */
function readersOf({ contactPersonId, contactName, contactEmail, billTo }: VisitChargeRow) {
  const contact = { personId: contactPersonId, to: { name: contactName, address: contactEmail } };
  const billed = { personId: null, to: { name: billTo?.name ?? '', address: billTo?.email ?? '' } };
  const isSame = billed.to.address.toLowerCase() === contactEmail.toLowerCase();
  return [contact, ...(isSame ? [] : [billed])].filter(({ to }) => to.address !== '');
}
