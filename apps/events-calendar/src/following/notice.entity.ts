import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventRow } from '../events/event.entity.js';

/** Edits of an event that its followers are to be told together, or have been. */
@Entity('notices')
@Index('notices_waiting_key', ['eventId', 'why'], { unique: true, where: 'told_at IS NULL' })
@Index('notices_due_idx', ['dueAt'], { where: 'told_at IS NULL' })
@Index('notices_event_idx', ['eventId', 'toVersion'])
export class NoticeRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'event_id', type: 'uuid' })
  @ForeignKey(() => EventRow, { name: 'notices_event_id_fkey', onDelete: 'CASCADE' })
  eventId!: string;

  /** `published` tells those who follow the series of a new event, `changed` everybody who follows it. */
  @Column({ type: 'text' })
  why!: string;

  /** What followers know, as `EventFacts`: the oldest, and each later version that somebody began with. Emptied once told. */
  @Column({ type: 'jsonb' })
  bases!: object[];

  /** How many edits it holds. */
  @Column({ type: 'integer' })
  edits!: number;

  /** Whether something was called off, which waits less long. */
  @Column({ type: 'boolean' })
  urgent!: boolean;

  @Column({ name: 'first_at', type: 'timestamptz' })
  firstAt!: Date;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;

  /** Of the request that made the first of the edits. */
  @Column({ name: 'correlation_id', type: 'text' })
  correlationId!: string;

  /** The event with the later dates, when the event was divided. */
  @Column({ name: 'continued_by', type: 'uuid', nullable: true })
  continuedBy!: string | null;

  /** The version that followers know before it; 0 when there was none. */
  @Column({ name: 'from_version', type: 'integer' })
  fromVersion!: number;

  /** The newest version that it holds; once told, the one that was told. */
  @Column({ name: 'to_version', type: 'integer' })
  toVersion!: number;

  /** `null` while it waits. */
  @Column({ name: 'told_at', type: 'timestamptz', nullable: true })
  toldAt!: Date | null;
}
