import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail } from '#messaging';
import { dateRangeInWords } from '#ui';
import { EndCharges } from '../invoicing/end-charges.js';
import { OfferRow } from '../offers/offer.entity.js';
import type { VisitSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { visitPath } from '../visits/addresses.js';
import type { Visit } from '../visits/domain/visit.js';
import { calledOffEmail, type CalledOffReader } from './emails/visit-called-off.email.js';

interface Reader {
  readonly name: string;
  readonly email: string | null;
  readonly reader: CalledOffReader;
}

/** What becomes of everybody who has to do with a visit that is called off. */
@Injectable()
export class CallOff {
  constructor(
    private readonly travellers: ReadTravellers,
    private readonly charges: EndCharges,
    private readonly askForMail: AskForMail,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  /**
   * In the transaction that calls it off, under the visit’s lock: asks for all that travellers were invoiced to be credited, ends
   * the offers, and writes to everybody who travels, is offered a place, has applied, or was asked for a reference; once to each
   * address.
   *
   * @param reason everybody reads it
   */
  async run(manager: EntityManager, visit: Visit, reason: string, correlationId: string): Promise<void> {
    const readers: Reader[] = [];
    for (const traveller of await this.travellers.confirmed(visit.id, manager)) {
      readers.push(await this.release(manager, visit, traveller, correlationId));
    }
    readers.push(...(await applicants(manager, visit.id)), ...(await referees(manager, visit.id)));
    await manager
      .createQueryBuilder()
      .update(OfferRow)
      .set({ status: 'withdrawn', version: () => 'version + 1' })
      .where({ visitId: visit.id, status: 'offered' })
      .execute();
    await this.write(manager, visit, reason, readers, correlationId);
  }

  private async release(
    manager: EntityManager,
    visit: Visit,
    { id, name, email, part }: Traveller,
    correlationId: string,
  ): Promise<Reader> {
    const credited = await this.charges.run(manager, {
      travellerId: id,
      reason: `${visit.title} is called off`,
      correlationId,
    });
    return { name, email, reader: part === 'leader' ? 'leader' : credited > 0 ? 'credited' : 'traveller' };
  }

  private async write(
    manager: EntityManager,
    visit: Visit,
    reason: string,
    readers: readonly Reader[],
    correlationId: string,
  ): Promise<void> {
    const siteUrl = this.settings.PUBLIC_URL;
    const about = {
      visit: {
        title: visit.title,
        region: visit.region,
        when: dateRangeInWords(
          Temporal.PlainDate.from(visit.firstDay),
          Temporal.PlainDate.from(visit.lastDay),
        ),
      },
      reason,
      visitUrl: siteUrl + visitPath(visit.slug),
      siteUrl,
    };
    const written = new Set<string>();
    const mails = readers.flatMap(({ name, email, reader }) => {
      const address = email?.toLowerCase() ?? '';
      if (email === null || written.has(address)) return [];
      written.add(address);
      return [
        {
          mailId: uuidv7(),
          reader: { personId: null, to: { name, address: email } },
          kind: 'visits' as const,
          content: calledOffEmail({ ...about, reader, name }),
          correlationId,
        },
      ];
    });
    await this.askForMail.all(manager, mails);
  }
}

/** Whoever has submitted an application and does not travel; drafts say so themselves to whoever opens one. */
const applicants = (manager: EntityManager, visitId: string): Promise<Reader[]> =>
  manager.query(
    `SELECT a.name, a.email, CASE WHEN o.id IS NULL THEN 'applicant' ELSE 'offered' END AS reader
     FROM applications a LEFT JOIN offers o ON o.application_id = a.id AND o.status = 'offered'
     WHERE a.visit_id = $1 AND a.status = 'submitted'
       AND NOT EXISTS (SELECT FROM offers f WHERE f.application_id = a.id AND f.status IN ('accepted', 'withdrawn'))
     ORDER BY a.id`,
    [visitId],
  );

/** Whoever was asked for a reference and has not answered. */
const referees = (manager: EntityManager, visitId: string): Promise<Reader[]> =>
  manager.query(
    `SELECT r.name, r.email, 'referee' AS reader
     FROM application_references r JOIN applications a ON a.id = r.application_id
     WHERE a.visit_id = $1 AND a.status <> 'withdrawn' AND r.status = 'asked' ORDER BY r.id`,
    [visitId],
  );
