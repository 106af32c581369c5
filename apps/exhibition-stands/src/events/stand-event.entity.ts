import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import { TeamMemberRow } from '../team/team-member.entity.js';
import type { Audience, BudgetStatus, EventStatus } from './domain/stand-event.js';

/** Something that takes place on a stand: a meet-up, a reception. */
@Entity('stand_events')
@Index('stand_events_exhibition_idx', ['exhibitionId', 'startsAt'])
@Check('stand_events_span_check', 'ends_at > starts_at')
@Check('stand_events_numbers_check', 'capacity > 0 AND hosts_needed >= 0')
export class StandEventRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'stand_events_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  /** Who invites. */
  @Column({ name: 'host_name', type: 'text', nullable: true })
  hostName!: string | null;

  @Column({ type: 'text', default: '' })
  summary!: string;

  /** How many there is room for, those whom guests bring counted in. */
  @Column({ type: 'integer' })
  capacity!: number;

  @Column({ type: 'text' })
  audience!: Audience;

  @Column({ type: 'text' })
  status!: EventStatus;

  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  /** How many of the team it needs; they are a shift of the rota. */
  @Column({ name: 'hosts_needed', type: 'integer' })
  hostsNeeded!: number;

  @Column({ name: 'budget_pence', type: 'integer', nullable: true })
  budgetPence!: number | null;

  /** `null`: it costs nothing. */
  @Column({ name: 'budget_status', type: 'text', nullable: true })
  budgetStatus!: BudgetStatus | null;

  /** Why it was refused. */
  @Column({ name: 'budget_note', type: 'text', nullable: true })
  budgetNote!: string | null;

  /** For the hosts alone: who comes, what about. */
  @Column({ type: 'text', default: '' })
  briefing!: string;

  @Column({ type: 'integer' })
  version!: number;
}

/** Who of the team reads an event's briefing and its guests. */
@Entity('event_readers')
export class EventReaderRow {
  @PrimaryColumn({ name: 'stand_event_id', type: 'uuid' })
  @ForeignKey(() => StandEventRow, { name: 'event_readers_stand_event_id_fkey', onDelete: 'CASCADE' })
  standEventId!: string;

  @PrimaryColumn({ name: 'team_member_id', type: 'uuid' })
  @ForeignKey(() => TeamMemberRow, { name: 'event_readers_team_member_id_fkey', onDelete: 'CASCADE' })
  teamMemberId!: string;
}
