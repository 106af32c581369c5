import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { HostRow } from '../hosts/host.entity.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { ItemKind, ItemStatus, Stop } from './domain/item.js';

/** Something that is planned on a day of a visit, as staff have it; travellers read what was published of it. */
@Entity('itinerary_items')
@Index('itinerary_items_visit_idx', ['visitId', 'startsAt'])
@Index('itinerary_items_host_idx', ['hostId'], { where: 'host_id IS NOT NULL' })
@Check('itinerary_items_span_check', 'ends_at > starts_at')
export class ItemRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'itinerary_items_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'text' })
  kind!: ItemKind;

  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ type: 'text' })
  zone!: string;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  @Column({ name: 'end_zone', type: 'text' })
  endZone!: string;

  @Column({ type: 'jsonb', nullable: true })
  stop!: Stop | null;

  @Column({ name: 'to_stop', type: 'jsonb', nullable: true })
  to!: Stop | null;

  @Column({ name: 'host_id', type: 'uuid', nullable: true })
  @ForeignKey(() => HostRow, { name: 'itinerary_items_host_id_fkey' })
  hostId!: string | null;

  @Column({ type: 'integer', nullable: true })
  capacity!: number | null;

  @Column({ name: 'group_ids', type: 'uuid', array: true, default: () => "'{}'" })
  groupIds!: readonly string[];

  @Column({ type: 'text', nullable: true })
  language!: string | null;

  @Column({ name: 'needs_interpreter', type: 'boolean' })
  needsInterpreter!: boolean;

  @Column({ name: 'buffer_minutes', type: 'integer' })
  bufferMinutes!: number;

  @Column({ name: 'travel_minutes', type: 'integer', nullable: true })
  travelMinutes!: number | null;

  @Column({ type: 'text', default: '' })
  description!: string;

  @Column({ type: 'text', default: '' })
  notes!: string;

  @Column({ type: 'text' })
  status!: ItemStatus;

  /** Why it was cancelled; travellers read it. */
  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
