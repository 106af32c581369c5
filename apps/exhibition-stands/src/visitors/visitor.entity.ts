import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import type { ListSummary, ListedVisitor } from './domain/visitor-list.js';

/** Somebody who stopped by. Without their consent it is only that somebody did. Addresses are unlike (index by `lower`). */
@Entity('visitors')
@Index('visitors_email_idx', { synchronize: false })
@Index('visitors_exhibition_idx', ['exhibitionId', 'at'])
@Check(
  'visitors_consent_check',
  `(consent_at IS NOT NULL AND consent_words IS NOT NULL AND email IS NOT NULL)
   OR (consent_at IS NULL AND consent_words IS NULL AND name IS NULL AND email IS NULL
     AND organisation_name IS NULL AND interests IS NULL)`,
)
export class VisitorRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'visitors_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ name: 'organisation_name', type: 'text', nullable: true })
  organisationName!: string | null;

  @Column({ type: 'text', nullable: true })
  interests!: string | null;

  @Column({ name: 'consent_at', type: 'timestamptz', nullable: true })
  consentAt!: Date | null;

  /** What they were shown. */
  @Column({ name: 'consent_words', type: 'text', nullable: true })
  consentWords!: string | null;

  @Column({ type: 'text' })
  source!: 'form' | 'csv';
}

/** A file of visitors that was looked at and waits to be confirmed; its rows go once it is written, or after a day. */
@Entity('visitor_lists')
export class VisitorListRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'visitor_lists_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  @Column({ name: 'looked_at', type: 'timestamptz' })
  lookedAt!: Date;

  @Column({ type: 'jsonb', nullable: true })
  rows!: ListedVisitor[] | null;

  @Column({ type: 'jsonb' })
  summary!: ListSummary;

  @Column({ name: 'written_at', type: 'timestamptz', nullable: true })
  writtenAt!: Date | null;

  @Column({ type: 'integer', nullable: true })
  written!: number | null;
}
