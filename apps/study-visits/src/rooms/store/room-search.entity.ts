import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SearchProgress } from '#solver';
import { VisitRow } from '../../visits/visit.entity.js';
import type { RoomsAnswer } from '../domain/answer.js';
import type { RoomsProblem } from '../domain/problem.js';

/** A search for rooms: what was asked, how far it is, what came of it. */
@Entity('room_searches')
@Index('room_searches_open_key', ['visitId'], { unique: true, where: 'finished_at IS NULL' })
@Index('room_searches_visit_idx', ['visitId', 'askedAt'])
@Check('room_searches_status_check', "status IN ('waiting', 'running', 'done', 'failed', 'cancelled')")
export class RoomSearchRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'room_searches_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'asked_by', type: 'text', nullable: true })
  askedBy!: string | null;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  /** How long may be searched. */
  @Column({ type: 'integer' })
  seconds!: number;

  /** The problem as it was then, with ids for names; `null` once somebody in it is forgotten. */
  @Column({ type: 'jsonb', nullable: true })
  problem!: RoomsProblem | null;

  @Column({ type: 'jsonb', nullable: true })
  progress!: SearchProgress | null;

  @Column({ type: 'jsonb', nullable: true })
  result!: RoomsAnswer | null;

  /** A sentence for staff. */
  @Column({ type: 'text', nullable: true })
  error!: string | null;

  /** How often it was begun. */
  @Column({ type: 'integer' })
  attempts!: number;

  /** When whoever is at it last said so. */
  @Column({ name: 'seen_at', type: 'timestamptz', nullable: true })
  seenAt!: Date | null;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  /** Whether the rooms found became the rooms of the visit: not when something was changed meanwhile. */
  @Column({ name: 'is_used', type: 'boolean', default: false })
  isUsed!: boolean;
}
