import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../../visits/visit.entity.js';
import type { RoomingLine } from '../lists/domain/rooming-line.js';
import { HotelRow } from './hotel.entity.js';

/** A rooming list as it was sent to a hotel. */
@Entity('rooming_lists')
@Index('rooming_lists_hotel_idx', ['hotelId', 'number'], { unique: true })
@Index('rooming_lists_visit_idx', ['visitId'])
export class RoomingListRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'rooming_lists_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ name: 'hotel_id', type: 'uuid' })
  @ForeignKey(() => HotelRow, { name: 'rooming_lists_hotel_id_fkey', onDelete: 'CASCADE' })
  hotelId!: string;

  /** 1 for the first that this hotel had. */
  @Column({ type: 'integer' })
  number!: number;

  /** "reservations@hotel.example" */
  @Column({ name: 'sent_to', type: 'text' })
  sentTo!: string;

  @Column({ name: 'sent_at', type: 'timestamptz' })
  sentAt!: Date;

  @Column({ name: 'sent_by', type: 'text', nullable: true })
  sentBy!: string | null;

  @Column({ type: 'jsonb' })
  lines!: readonly RoomingLine[];
}
