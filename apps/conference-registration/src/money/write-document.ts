import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf, isStaff, type Identity } from '#platform';
import { billingDocument, type BillingDocument } from '../documents/billing-document.js';
import { labelOf, type DocumentKind, type Issuer } from './domain/document.js';
import type { DocumentLine } from './domain/lines.js';
import { totalOf, type Amounts } from './domain/vat.js';

/** A document that has its number. */
export interface IssuedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly label: string;
  readonly customerId: string;
  readonly grossPence: number;
}

/** On whose word a document is issued. */
export const issuerOf = (identity: Identity): Issuer =>
  isStaff(identity) || identity.actor !== null ? 'staff' : 'booker';

/** A document that is about to have its number. */
export interface DocumentDraft {
  readonly kind: DocumentKind;
  readonly customerId: string;
  readonly conferenceId: string | null;
  readonly bookingId: string | null;
  /** What is to be paid for a study visit; `null`: it is about a booking, or several. */
  readonly visitChargeId: string | null;
  readonly correctsId: string | null;
  readonly paymentId: string | null;
  /** ISO dates. */
  readonly issuedOn: string;
  readonly dueOn: string | null;
  readonly issuedAt: Temporal.Instant;
  readonly issuedBy: Issuer;
  readonly lines: readonly DocumentLine[];
  /** Where they are not those of the lines together. */
  readonly totals?: Amounts;
  /** Everything else that it says, once its label is known. */
  readonly content: (label: string) => Omit<BillingDocument, SaidByDraft>;
}

/** What the draft says of the content by itself. */
type SaidByDraft = 'kind' | 'label' | 'issuedOn' | 'dueOn' | 'lines' | 'totals';

/**
 * Writes a document under the next number of its series. The series is locked from here to the end of the transaction, so
 * that this comes last, and a transaction that fails leaves no gap.
 */
@Injectable()
export class WriteDocument {
  async run(manager: EntityManager, draft: DocumentDraft): Promise<IssuedDocument> {
    const { kind, lines, customerId } = draft;
    const { netPence, vatPence, grossPence } = draft.totals ?? totalOf(lines);
    const totals = { netPence, vatPence, grossPence };
    const id = uuidv7();
    const [{ number, prefix } = { number: null, prefix: '' }] = await manager.query<
      { number: number | null; prefix: string }[]
    >('SELECT next_number(name) AS number, prefix FROM document_series WHERE name = $1', [kind]);
    if (number === null) throw new Error(`there is no series of numbers for ${kind}`);
    const label = labelOf(prefix, number);
    const content = billingDocument.parse({
      ...draft.content(label),
      kind,
      label,
      issuedOn: draft.issuedOn,
      dueOn: draft.dueOn,
      lines: lines.map(({ line: _line, placeId: _placeId, ...shown }) => shown),
      totals,
    } satisfies BillingDocument);
    await manager.query(
      `WITH document AS (
         INSERT INTO documents (id, series, number, label, customer_id, conference_id, booking_id, visit_charge_id, corrects_id,
           payment_id, issued_on, due_on, net_pence, vat_pence, gross_pence, content, issued_at, issued_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) RETURNING id)
       INSERT INTO document_lines (document_id, line, place_id, description, net_pence, vat_basis_points, vat_pence,
         gross_pence)
       SELECT document.id, l.* FROM document, jsonb_to_recordset($19) AS l
         (line integer, "placeId" uuid, description text, "netPence" integer, "vatBasisPoints" integer,
          "vatPence" integer, "grossPence" integer)`,
      [
        id,
        kind,
        number,
        label,
        customerId,
        draft.conferenceId,
        draft.bookingId,
        draft.visitChargeId,
        draft.correctsId,
        draft.paymentId,
        draft.issuedOn,
        draft.dueOn,
        netPence,
        vatPence,
        grossPence,
        JSON.stringify(content),
        dateOf(draft.issuedAt),
        draft.issuedBy,
        JSON.stringify(lines),
      ],
    );
    return { id, kind, label, customerId, grossPence };
  }
}
