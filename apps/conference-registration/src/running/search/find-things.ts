import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { containing } from '#platform';
import type { EntryStatus } from '../../waiting-list/domain/entry.js';

interface OfConference {
  readonly conferenceId: string;
  readonly conference: string;
}

export interface FoundCode extends OfConference {
  readonly id: string;
  readonly code: string;
  readonly note: string;
  readonly isEnded: boolean;
}

/** Somebody on a waiting list, or who was. */
export interface FoundWaiting extends OfConference {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisationName: string;
  readonly status: EntryStatus;
}

/** Whoever something was invoiced to. */
export interface FoundCustomer {
  readonly id: string;
  readonly name: string;
}

/** An invoice, credit note or receipt that has no booking by which it is found. */
export interface FoundDocument {
  readonly id: string;
  readonly label: string;
  readonly visit: string;
  readonly traveller: string;
}

/** What there is of conferences besides bookings and delegates. */
export interface FoundThings {
  readonly codes: readonly FoundCode[];
  readonly waiting: readonly FoundWaiting[];
  readonly customers: readonly FoundCustomer[];
  /** For study visits. */
  readonly documents: readonly FoundDocument[];
}

/** Finds codes, whoever waits, customers, and invoices for study visits by words, in all conferences, for staff. */
@Injectable()
export class FindThings {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The newest first, customers by name. @param most of each */
  async run(text: string, most: number): Promise<FoundThings> {
    const words = [containing(text), most];
    const [codes, waiting, customers, documents] = await Promise.all([
      this.dataSource.query<FoundCode[]>(
        `SELECT k.id, k.code, coalesce(k.note, '') AS note, k.ended_at IS NOT NULL AS "isEnded", c.id AS "conferenceId",
           c.title AS conference
         FROM codes k JOIN conferences c ON c.id = k.conference_id WHERE k.code ILIKE $1 OR k.note ILIKE $1
         ORDER BY c.first_day DESC, k.code, k.id LIMIT $2`,
        words,
      ),
      this.dataSource.query<FoundWaiting[]>(
        `SELECT w.id, w.name, w.email, w.organisation_name AS "organisationName", w.status, c.id AS "conferenceId",
           c.title AS conference
         FROM waiting_entries w JOIN conferences c ON c.id = w.conference_id
         WHERE w.name ILIKE $1 OR w.email ILIKE $1 OR w.organisation_name ILIKE $1
         ORDER BY c.first_day DESC, w.joined_at DESC, w.id LIMIT $2`,
        words,
      ),
      this.dataSource.query<FoundCustomer[]>(
        'SELECT id, name FROM customers WHERE name ILIKE $1 ORDER BY lower(name), id LIMIT $2',
        words,
      ),
      this.dataSource.query<FoundDocument[]>(
        `SELECT d.id, d.label, v.visit_title AS visit, v.traveller_name AS traveller
         FROM visit_charges v JOIN documents d ON d.visit_charge_id = v.id
         WHERE d.label ILIKE $1 OR v.traveller_name ILIKE $1 OR v.contact_name ILIKE $1 OR v.contact_email ILIKE $1
           OR v.purchase_order ILIKE $1 OR v.organisation_name ILIKE $1
         ORDER BY v.first_day DESC, d.number DESC LIMIT $2`,
        words,
      ),
    ]);
    return { codes, waiting, customers, documents };
  }
}
