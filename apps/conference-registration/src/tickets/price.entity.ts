import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ordinaryUntil, type PriceCategory } from './domain/ticket-type.js';
import { TicketTypeRow } from './ticket-type.entity.js';

/** What one category pays for a ticket type until a day. A category without any cannot buy it. */
@Entity('prices')
@Check('prices_pence_check', 'pence >= 0')
export class PriceRow {
  @PrimaryColumn({ name: 'ticket_type_id', type: 'uuid' })
  @ForeignKey(() => TicketTypeRow, { name: 'prices_ticket_type_id_fkey', onDelete: 'CASCADE' })
  ticketTypeId!: string;

  @PrimaryColumn({ type: 'text' })
  category!: PriceCategory;

  /** The last day of it, where the conference is; `ordinaryUntil` for the ordinary price. */
  @PrimaryColumn({ type: 'date', default: ordinaryUntil })
  until!: string;

  /** Before VAT. */
  @Column({ type: 'integer' })
  pence!: number;
}
