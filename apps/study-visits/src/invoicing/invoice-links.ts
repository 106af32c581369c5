import { Inject, Injectable } from '@nestjs/common';
import { visitInvoiceLinks, visitInvoicePath } from '#contracts';
import { LinkSecrets } from '#platform';
import type { VisitSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';

/** The links to invoices at conference registration, which makes the same for its mails. */
@Injectable()
export class InvoiceLinks {
  private readonly secrets: LinkSecrets<'charge'>;

  constructor(@Inject(SETTINGS) settings: Pick<VisitSettings, 'LINK_SECRET'>) {
    this.secrets = new LinkSecrets(settings.LINK_SECRET, visitInvoiceLinks);
  }

  /** Where whoever has the link finds the invoice of a charge. */
  pathOf(chargeId: string): string {
    return visitInvoicePath(this.secrets.secretOf('charge', chargeId));
  }
}
