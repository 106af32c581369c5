import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../people/person.entity.js';
import type { Scope } from './domain/scope.js';

/** A token with which a program may do what its person may. Only its hash is kept. */
@Entity('api_tokens')
@Index('api_tokens_token_hash_key', ['tokenHash'], { unique: true })
@Index('api_tokens_person_id_idx', ['personId'])
@Index('api_tokens_expires_at_idx', ['expiresAt'])
export class ApiTokenRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => PersonRow, { name: 'api_tokens_person_id_fkey', onDelete: 'CASCADE' })
  personId!: string;

  /** What its owner calls it. */
  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'token_hash', type: 'text' })
  tokenHash!: string;

  @Column({ type: 'jsonb' })
  scopes!: Scope[];

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  /** Noted once a minute at the most. */
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
