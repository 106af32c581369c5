import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ConferenceRow } from '../conferences/conference.entity.js';
import type { CountKind } from './domain/limits.js';

/** How many places one limit has given out. Changed under the conference's lock only. */
@Entity('counts')
@Unique('counts_subject_key', ['conferenceId', 'kind', 'subjectId', 'organisation'])
@Check('counts_taken_check', 'taken >= 0')
@Check('counts_queued_check', 'queued >= 0')
export class CountRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'counts_conference_id_fkey', onDelete: 'CASCADE' })
  conferenceId!: string;

  @Column({ type: 'text' })
  kind!: CountKind;

  /** The pool, the free allocation or the code. */
  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  /** The organisation's key where each organisation has a count of its own; otherwise empty. */
  @Column({ type: 'text', default: '' })
  organisation!: string;

  /** Places that name it and are reserved, offered, held or confirmed. */
  @Column({ type: 'integer', default: 0 })
  taken!: number;

  /** Entries of the waiting list that it keeps waiting. */
  @Column({ type: 'integer', default: 0 })
  queued!: number;
}
