import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { InvoicedTo, Payer } from './domain/payer.js';

/** Remembers whom invoices were made out to, so that nobody types it twice. */
@Injectable()
export class LastPayer {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns whom an organisation’s last invoice for a visit was made out to; `null`: it has had none */
  async ofOrganisation(
    organisationId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<InvoicedTo | null> {
    const [row]: { payer: InvoicedTo }[] = await manager.query(
      `SELECT payer FROM traveller_charges WHERE organisation_id = $1 AND payer IS NOT NULL
       ORDER BY asked_at DESC, id DESC LIMIT 1`,
      [organisationId],
    );
    return row?.payer ?? null;
  }

  /** @returns who paid for a place before it was funded; `null`: nobody has said yet, or they are forgotten */
  async ofTraveller(travellerId: string, manager: EntityManager): Promise<Payer | null> {
    const [row]: { organisationId: string | null; payer: InvoicedTo }[] = await manager.query(
      `SELECT organisation_id AS "organisationId", payer FROM traveller_charges
       WHERE traveller_id = $1 AND payer IS NOT NULL ORDER BY asked_at DESC, id DESC LIMIT 1`,
      [travellerId],
    );
    return row === undefined ? null : { organisationId: row.organisationId, ...row.payer };
  }
}
