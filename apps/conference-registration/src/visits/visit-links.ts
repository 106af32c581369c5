import { Inject, Injectable } from '@nestjs/common';
import { visitInvoiceLinks, visitInvoicePath } from '#contracts';
import { hashOfLinkSecret, LinkSecrets } from '#platform';
import type { ConferenceSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';

/** Makes the links to invoices for study visits; the service of the visits makes the same for its own pages. */
@Injectable()
export class VisitLinks {
  private readonly secrets: LinkSecrets<'charge'>;

  constructor(@Inject(SETTINGS) settings: Pick<ConferenceSettings, 'LINK_SECRET'>) {
    this.secrets = new LinkSecrets(settings.LINK_SECRET, visitInvoiceLinks);
  }

  secretOf(chargeId: string): string {
    return this.secrets.secretOf('charge', chargeId);
  }

  hashOf(chargeId: string): Buffer {
    return hashOfLinkSecret(this.secretOf(chargeId));
  }

  /** Where whoever has the link finds the invoice. */
  pathOf(chargeId: string): string {
    return visitInvoicePath(this.secretOf(chargeId));
  }
}
