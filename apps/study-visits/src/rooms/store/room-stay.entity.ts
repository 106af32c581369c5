import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../../visits/visit.entity.js';
import { RoomKindRow } from './room-kind.entity.js';
import { SleeperRow } from './sleeper.entity.js';

/** Where somebody sleeps in a night; who has the same key of the same hotel shares. */
@Entity('room_stays')
@Index('room_stays_visit_idx', ['visitId'])
@Index('room_stays_kind_idx', ['kindId'])
export class RoomStayRow {
  @PrimaryColumn({ name: 'sleeper_id', type: 'uuid' })
  @ForeignKey(() => SleeperRow, { name: 'room_stays_sleeper_id_fkey', onDelete: 'CASCADE' })
  sleeperId!: string;

  @PrimaryColumn({ type: 'date' })
  night!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'room_stays_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ name: 'kind_id', type: 'uuid' })
  @ForeignKey(() => RoomKindRow, { name: 'room_stays_kind_id_fkey', onDelete: 'CASCADE' })
  kindId!: string;

  @Column({ type: 'text' })
  key!: string;
}
