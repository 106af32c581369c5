import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * That somebody asked for a link to sign in, and how far they have come. Of all that is secret only hashes are kept. It
 * says the same of every address, known or unknown.
 */
@Entity('sign_in_requests')
@Index('sign_in_requests_link_hash_key', ['linkHash'], { unique: true })
@Index('sign_in_requests_browser_hash_key', ['browserHash'], { unique: true })
@Index('sign_in_requests_approved_browser_hash_key', ['approvedBrowserHash'], { unique: true })
@Index('sign_in_requests_expires_at_idx', ['expiresAt'])
@Check('sign_in_requests_approved_check', '(approved_at IS NULL) = (approved_browser_hash IS NULL)')
export class SignInRequestRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** In lower case. */
  @Column({ type: 'text' })
  address!: string;

  /** Of the secret of the browser that asked; `null`: the link is bound to none, as it was made by the command line. */
  @Column({ name: 'browser_hash', type: 'text', nullable: true })
  browserHash!: string | null;

  /** Of the code that the asking browser shows. */
  @Column({ name: 'code_hash', type: 'text', nullable: true })
  codeHash!: string | null;

  /** Of the link's token; `null` while no mail has gone out. */
  @Column({ name: 'link_hash', type: 'text', nullable: true })
  linkHash!: string | null;

  /** Where to go once signed in: a path of this site. */
  @Column({ name: 'return_path', type: 'text' })
  returnPath!: string;

  @Column({ name: 'user_agent', type: 'text', nullable: true })
  userAgent!: string | null;

  /** Where it was asked from, coarsely. */
  @Column({ type: 'text' })
  network!: string;

  /** Whether the limits let a mail go out for it. */
  @Column({ name: 'may_send', type: 'boolean' })
  maySend!: boolean;

  @Column({ name: 'wrong_codes', type: 'integer' })
  wrongCodes!: number;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  /** From then on the link is of no use. */
  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  /** When the link was pressed, in the right browser or with the code. It cannot be pressed twice. */
  @Column({ name: 'approved_at', type: 'timestamptz', nullable: true })
  approvedAt!: Date | null;

  /** Of the secret of the browser that was let in. */
  @Column({ name: 'approved_browser_hash', type: 'text', nullable: true })
  approvedBrowserHash!: string | null;

  /** When the session was begun; there is one at the most. */
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
