import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import { TeamMemberRow } from '../team/team-member.entity.js';

/** That somebody is looked for to step into a shift. */
@Entity('cover_requests')
@Index('cover_requests_open_key', ['shiftId'], { unique: true, where: "(status = 'open')" })
@Index('cover_requests_exhibition_idx', ['exhibitionId'])
export class CoverRequestRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'cover_requests_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  /** May be gone by now. */
  @Column({ name: 'shift_id', type: 'uuid' })
  shiftId!: string;

  /** `one-by-one`, `all` */
  @Column({ type: 'text' })
  mode!: string;

  /** How long each has to answer. */
  @Column({ type: 'integer' })
  minutes!: number;

  /** `open`, `filled`, `closed` */
  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  @Column({ name: 'asked_by', type: 'text', nullable: true })
  askedBy!: string | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}

/** Somebody on the list of those who are asked. */
@Entity('cover_asks')
@Index('cover_asks_once_key', ['requestId', 'teamMemberId'], { unique: true })
@Index('cover_asks_secret_key', ['secretHash'], { unique: true })
@Index('cover_asks_member_idx', ['teamMemberId'])
@Check('cover_asks_until_check', "state <> 'asked' OR until IS NOT NULL")
export class CoverAskRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'request_id', type: 'uuid' })
  @ForeignKey(() => CoverRequestRow, { name: 'cover_asks_request_id_fkey', onDelete: 'CASCADE' })
  requestId!: string;

  @Column({ name: 'team_member_id', type: 'uuid' })
  @ForeignKey(() => TeamMemberRow, { name: 'cover_asks_team_member_id_fkey', onDelete: 'CASCADE' })
  teamMemberId!: string;

  /** From 1. */
  @Column({ type: 'integer' })
  rank!: number;

  @Column({ type: 'text' })
  state!: string;

  /** When they were asked; `null`: it was not their turn. */
  @Column({ name: 'asked_at', type: 'timestamptz', nullable: true })
  askedAt!: Date | null;

  /** Until when they have time to answer. */
  @Column({ type: 'timestamptz', nullable: true })
  until!: Date | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;
}
