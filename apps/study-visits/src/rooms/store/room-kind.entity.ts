import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RoomType } from '../domain/problem.js';
import { HotelRow } from './hotel.entity.js';

/** Rooms of a hotel that are alike. */
@Entity('room_kinds')
@Index('room_kinds_key', ['hotelId', 'type', 'accessible'], { unique: true })
@Check('room_kinds_rooms_check', 'rooms >= 0')
@Check('room_kinds_price_check', 'price_pence >= 0')
export class RoomKindRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'hotel_id', type: 'uuid' })
  @ForeignKey(() => HotelRow, { name: 'room_kinds_hotel_id_fkey', onDelete: 'CASCADE' })
  hotelId!: string;

  @Column({ type: 'text' })
  type!: RoomType;

  @Column({ type: 'boolean' })
  accessible!: boolean;

  /** In each night that `otherwise` does not name. */
  @Column({ type: 'integer' })
  rooms!: number;

  @Column({ name: 'price_pence', type: 'integer' })
  pricePence!: number;

  /** Nights with another number. */
  @Column({ type: 'jsonb' })
  otherwise!: Record<string, number>;
}
