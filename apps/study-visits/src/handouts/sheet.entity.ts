import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { HostRow } from '../hosts/host.entity.js';
import { InterpreterRow } from '../interpreters/interpreter.entity.js';
import { VisitRow } from '../visits/visit.entity.js';

/** What staff say on the sheet of a host or an interpreter, besides what follows from the itinerary. */
@Entity('sheets')
@Index('sheets_host_key', ['hostId', 'visitId'], { unique: true })
@Index('sheets_interpreter_key', ['interpreterId', 'visitId'], { unique: true })
@Index('sheets_visit_idx', ['visitId'])
@Check('sheets_subject_check', '(host_id IS NULL) <> (interpreter_id IS NULL)')
export class SheetRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'sheets_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ name: 'host_id', type: 'uuid', nullable: true })
  @ForeignKey(() => HostRow, { name: 'sheets_host_id_fkey', onDelete: 'CASCADE' })
  hostId!: string | null;

  @Column({ name: 'interpreter_id', type: 'uuid', nullable: true })
  @ForeignKey(() => InterpreterRow, { name: 'sheets_interpreter_id_fkey', onDelete: 'CASCADE' })
  interpreterId!: string | null;

  /** Plain text; whoever has the sheet reads it. */
  @Column({ type: 'text', default: '' })
  notes!: string;

  /** Whether it says how many eat or need something of their own. */
  @Column({ name: 'shows_needs', type: 'boolean' })
  showsNeeds!: boolean;

  @Column({ type: 'integer' })
  version!: number;
}

/** A link to a sheet. Until when it leads there follows from what is planned with its reader. */
@Entity('sheet_links')
@Index('sheet_links_secret_key', ['secretHash'], { unique: true })
@Index('sheet_links_sheet_key', ['sheetId'], { unique: true, where: 'ended_at IS NULL' })
@Check('sheet_links_opened_check', '(opened_at IS NULL) = (opened_number IS NULL)')
@Check('sheet_links_sent_check', '(sent_at IS NULL) = (sent_number IS NULL)')
export class SheetLinkRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'sheet_id', type: 'uuid' })
  @ForeignKey(() => SheetRow, { name: 'sheet_links_sheet_id_fkey', onDelete: 'CASCADE' })
  sheetId!: string;

  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;

  /** By staff. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  /** When it was mailed last, to whom, and which version of the sheet there was. */
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ name: 'sent_to', type: 'text', nullable: true })
  sentTo!: string | null;

  @Column({ name: 'sent_number', type: 'integer', nullable: true })
  sentNumber!: number | null;

  /** When somebody opened it last, and which version they read. */
  @Column({ name: 'opened_at', type: 'timestamptz', nullable: true })
  openedAt!: Date | null;

  @Column({ name: 'opened_number', type: 'integer', nullable: true })
  openedNumber!: number | null;
}
