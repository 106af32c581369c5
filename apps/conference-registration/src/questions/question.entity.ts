import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConferenceRow } from '../conferences/conference.entity.js';
import type { QuestionSubject, OnlyIf, QuestionKind, Sensitivity } from './domain/kinds.js';

/** Something that a conference asks of each delegate, or of each booking. */
@Entity('questions')
@Index('questions_conference_idx', ['conferenceId'])
export class QuestionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'questions_conference_id_fkey', onDelete: 'CASCADE' })
  conferenceId!: string;

  /** Where it stands among the conference's, from 1. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ name: 'asked_of', type: 'text' })
  askedOf!: QuestionSubject;

  @Column({ type: 'text' })
  kind!: QuestionKind;

  /** The question itself. */
  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text', nullable: true })
  hint!: string | null;

  /** Of `choice` and `several`, as they are read and kept; otherwise none. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  choices!: string[];

  @Column({ type: 'boolean' })
  required!: boolean;

  @Column({ type: 'text', nullable: true })
  sensitive!: Sensitivity | null;

  @Column({ name: 'only_if', type: 'jsonb', nullable: true })
  onlyIf!: OnlyIf | null;

  /** Asked of those who have one of them; none: of all. */
  @Column({ name: 'ticket_type_ids', type: 'uuid', array: true, default: '{}' })
  ticketTypeIds!: string[];

  /** A changed answer asks for approval again, where the ticket needs it. */
  @Column({ name: 'asks_approval', type: 'boolean' })
  asksApproval!: boolean;

  /** Since when it is asked no more; the answers stay. */
  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;

  /** The conference's version that the last change of it made. */
  @Column({ type: 'integer', default: 1 })
  version!: number;
}

export const questionEntities = [QuestionRow];
