import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConferenceRow } from '../conferences/conference.entity.js';
import type { PriceCategory } from './domain/ticket-type.js';
import { TicketTypeRow } from './ticket-type.entity.js';

/** How many places of a ticket type are free for each organisation of a category, or for one organisation. */
@Entity('free_allocations')
@Index('free_allocations_conference_idx', ['conferenceId'])
@Check('free_allocations_whom_check', '(category IS NULL) <> (organisation_id IS NULL)')
@Check('free_allocations_places_check', 'places >= 0')
export class FreeAllocationRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'free_allocations_conference_id_fkey', onDelete: 'CASCADE' })
  conferenceId!: string;

  @Column({ name: 'ticket_type_id', type: 'uuid' })
  @ForeignKey(() => TicketTypeRow, { name: 'free_allocations_ticket_type_id_fkey', onDelete: 'CASCADE' })
  ticketTypeId!: string;

  /** Each organisation of it has as many. */
  @Column({ type: 'text', nullable: true })
  category!: PriceCategory | null;

  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'integer' })
  places!: number;

  /** The conference's version that the last change of it made. */
  @Column({ type: 'integer', default: 1 })
  version!: number;
}
