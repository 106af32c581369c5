import type { JWK } from 'jose';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that identity tokens are signed with. */
@Entity('signing_keys')
export class SigningKeyRow {
  @PrimaryColumn({ type: 'text' })
  kid!: string;

  /** As it is published (RFC 7517). */
  @Column({ name: 'public_key', type: 'jsonb' })
  publicKey!: JWK;

  /** Encrypted with a key that is made from IDENTITY_SECRET. */
  @Column({ name: 'sealed_private_key', type: 'text' })
  sealedPrivateKey!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** It is published from the beginning, and signs from then until the next one does. */
  @Column({ name: 'signs_from', type: 'timestamptz' })
  signsFrom!: Date;
}
