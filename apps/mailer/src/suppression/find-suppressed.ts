import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { validate as isUuid } from 'uuid';
import type { DataSource } from 'typeorm';
import { Conditions, containing, notFound } from '#platform';
import { SuppressedAddressRow } from './suppressed-address.entity.js';

/** An address in the list. */
export interface SuppressedAddress {
  readonly id: string;
  readonly address: string;
  readonly since: Date;
  /** The mail server's words. */
  readonly answer: string;
  /** `null` when its line in the log is gone. */
  readonly mailId: string | null;
}

export interface SuppressedAddresses {
  readonly items: readonly SuppressedAddress[];
  readonly total: number;
}

/** The addresses that nothing is sent to, as a mail server has refused them for good. */
@Injectable()
export class FindSuppressed {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * The latest first.
   *
   * @param text a part of the address; empty: any
   * @param page from 1
   * @param size how many a page holds
   */
  async list(text: string, page: number, size: number): Promise<SuppressedAddresses> {
    const where = new Conditions();
    if (text !== '') where.add('s.address ILIKE ?', containing(text));
    const rows = await this.dataSource.query<(SuppressedAddress & { total: number })[]>(
      `SELECT s.id, s.address, s.since, s.answer, m.id AS "mailId",
         count(*) OVER ()::int AS total
       FROM suppressed_addresses s LEFT JOIN mails m ON m.id = s.mail_id
       WHERE ${where.sql}
       ORDER BY s.since DESC, s.id
       LIMIT ${where.parameter(size)} OFFSET ${where.parameter((page - 1) * size)}`,
      where.parameters,
    );
    return { items: rows, total: rows[0]?.total ?? 0 };
  }

  /** @throws Problem 404 when there is none, or not any more */
  async read(id: string): Promise<SuppressedAddressRow> {
    const found = isUuid(id) ? await this.dataSource.manager.findOneBy(SuppressedAddressRow, { id }) : null;
    if (found === null) throw notFound('This address is not on the list, or not any more.');
    return found;
  }

  async count(): Promise<number> {
    return this.dataSource.manager.count(SuppressedAddressRow);
  }
}
