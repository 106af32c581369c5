import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';

/** For how long a visit’s incidents are kept; without a row, as long as is usual. */
@Entity('incident_settings')
@Check('incident_settings_years_check', 'keep_years BETWEEN 1 AND 20')
export class IncidentSettingsRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'incident_settings_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ name: 'keep_years', type: 'integer' })
  keepYears!: number;
}

/** Who may read a visit’s incidents; once two records of a person are merged, they may stand there twice. */
@Entity('incident_readers')
@Index('incident_readers_visit_idx', ['visitId', 'personId'])
export class IncidentReaderRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'incident_readers_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ name: 'person_id', type: 'text' })
  personId!: string;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  @Column({ name: 'named_at', type: 'timestamptz' })
  namedAt!: Date;
}

/** That something happened on a visit; what, stands in its entries. */
@Entity('incidents')
@Index('incidents_number_key', ['visitId', 'number'], { unique: true })
export class IncidentRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'incidents_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;
}

/** What was written of an incident: the account, a later note, something to be done. Nothing of it is changed. */
@Entity('incident_entries')
@Index('incident_entries_incident_idx', ['incidentId', 'id'])
@Index('incident_entries_key_idx', ['keyId'])
@Check('incident_entries_kind_check', "kind IN ('account', 'note', 'action')")
@Check('incident_entries_due_check', "(kind = 'action') = (due_on IS NOT NULL)")
export class IncidentEntryRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'incident_id', type: 'uuid' })
  @ForeignKey(() => IncidentRow, { name: 'incident_entries_incident_id_fkey', onDelete: 'CASCADE' })
  incidentId!: string;

  @Column({ type: 'text' })
  kind!: 'account' | 'note' | 'action';

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  /** By when something is to be done; `null` for what is nothing to do. */
  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn!: string | null;

  @Column({ name: 'done_at', type: 'timestamptz', nullable: true })
  doneAt!: Date | null;

  @Column({ name: 'key_id', type: 'text' })
  keyId!: string;

  /** What was written, sealed. */
  @Column({ type: 'bytea' })
  sealed!: Buffer;
}

/** That somebody read an incident. */
@Entity('incident_looks')
@Index('incident_looks_incident_idx', ['incidentId', 'id'])
export class IncidentLookRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'incident_id', type: 'uuid' })
  @ForeignKey(() => IncidentRow, { name: 'incident_looks_incident_id_fkey', onDelete: 'CASCADE' })
  incidentId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;
}

export const incidentEntities = [
  IncidentSettingsRow,
  IncidentReaderRow,
  IncidentRow,
  IncidentEntryRow,
  IncidentLookRow,
];
