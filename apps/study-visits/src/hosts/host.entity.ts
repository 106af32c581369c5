import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Contact } from '#checks';
import type { HostKind } from './domain/host.js';

/** An organisation that visits go to. It is of no visit by itself: it may be visited again. */
@Entity('hosts')
@Check('hosts_point_check', '(lat IS NULL) = (lon IS NULL)')
export class HostRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kind!: HostKind;

  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Column({ type: 'double precision', nullable: true })
  lat!: number | null;

  @Column({ type: 'double precision', nullable: true })
  lon!: number | null;

  @Column({ type: 'text', nullable: true })
  website!: string | null;

  /** People of outside; forgotten two years after the last visit there, or after the host was last changed. */
  @Column({ type: 'jsonb', default: () => "'[]'" })
  contacts!: readonly Contact[];

  /** For staff alone. */
  @Column({ type: 'text', default: '' })
  notes!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
