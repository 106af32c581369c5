import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FieldChange } from '#checks';
import type { RuleContent, RuleKind } from './domain/rule.js';

/** Countries for which the same rules hold: that one travels to, or whose nationals travel. */
@Entity('country_groups')
export class CountryGroupRow {
  /** `schengen` */
  @PrimaryColumn({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  title!: string;

  /** ISO 3166-1, two letters. */
  @Column({ type: 'text', array: true })
  countries!: string[];

  /** The page that says so. */
  @Column({ type: 'text' })
  source!: string;

  /** When somebody here last read it. */
  @Column({ name: 'checked_on', type: 'date', nullable: true })
  checkedOn!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}

/** A rule of a border: data with a date and a source. */
@Entity('destination_rules')
@Check('destination_rules_kind_check', "kind IN ('passport', 'stay', 'border', 'authorisation', 'emergency')")
export class DestinationRuleRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: RuleKind;

  @Column({ type: 'text' })
  @ForeignKey(() => CountryGroupRow, { name: 'destination_rules_destination_fkey' })
  destination!: string;

  @Column({ type: 'text', nullable: true })
  @ForeignKey(() => CountryGroupRow, { name: 'destination_rules_nationals_fkey' })
  nationals!: string | null;

  /** The figures, as its kind has them. */
  @Column({ type: 'jsonb' })
  data!: RuleContent['data'];

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column({ name: 'checked_on', type: 'date', nullable: true })
  checkedOn!: string | null;

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'integer' })
  version!: number;
}

/** Who changed what of the rules; a change of marks names the line that it came of. */
@Entity('destination_rule_history')
@Index('destination_rule_history_about_idx', ['about', 'id'])
export class DestinationRuleHistoryRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** A rule's id or a group's code. */
  @Column({ type: 'text' })
  about!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  @Column({ name: 'actor_id', type: 'text', nullable: true })
  actorId!: string | null;

  @Column({ name: 'actor_name', type: 'text', nullable: true })
  actorName!: string | null;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'jsonb' })
  changes!: FieldChange[];
}
