import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../../visits/visit.entity.js';
import { HotelRow } from './hotel.entity.js';
import { RoomKindRow } from './room-kind.entity.js';
import { SleeperRow } from './sleeper.entity.js';

/** Where staff want somebody to sleep in every night, whatever is proposed. */
@Entity('room_pins')
@Index('room_pins_visit_idx', ['visitId'])
export class RoomPinRow {
  @PrimaryColumn({ name: 'sleeper_id', type: 'uuid' })
  @ForeignKey(() => SleeperRow, { name: 'room_pins_sleeper_id_fkey', onDelete: 'CASCADE' })
  sleeperId!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'room_pins_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ name: 'hotel_id', type: 'uuid' })
  @ForeignKey(() => HotelRow, { name: 'room_pins_hotel_id_fkey', onDelete: 'CASCADE' })
  hotelId!: string;

  /** `null`: any room of the hotel. */
  @Column({ name: 'kind_id', type: 'uuid', nullable: true })
  @ForeignKey(() => RoomKindRow, { name: 'room_pins_kind_id_fkey', onDelete: 'CASCADE' })
  kindId!: string | null;
}
