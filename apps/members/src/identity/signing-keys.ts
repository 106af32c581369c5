import { Inject, Injectable } from '@nestjs/common';
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, type CryptoKey, type JWK } from 'jose';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { byItself, dateOf, instantOf, newRequestId, type Log } from '#platform';
import { AuditLog } from '../audit/audit-log.js';
import type { MembersSettings } from '../settings.js';
import { CLOCK, LOG, SETTINGS, type Clock } from '../tokens.js';
import { planKeys, signingKey, type ScheduledKey } from './domain/key-schedule.js';
import { CannotOpen, Sealing } from './sealing.js';
import { SigningKeyRow } from './signing-key.entity.js';

/** A key to sign with. */
export interface OpenKey extends ScheduledKey {
  readonly privateKey: CryptoKey;
}

/** The algorithm's older name, by which verifiers know it: Ed25519 (RFC 8037). */
const algorithm = 'EdDSA';

/** Keeps replicas from making keys at the same time. */
const lock = 'SELECT pg_advisory_xact_lock(hashtext($1))';

/**
 * The keys that identity tokens are signed with. They are renewed by {@link check}; between two checks a process uses
 * those that it knows, which are published for as long as anybody may need them.
 */
@Injectable()
export class SigningKeys {
  private readonly sealing: Sealing;
  private readonly tokenLife: Temporal.Duration;
  private keys: readonly OpenKey[] = [];

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
    @Inject(SETTINGS) settings: Pick<MembersSettings, 'IDENTITY_SECRET' | 'IDENTITY_TOKEN_SECONDS'>,
  ) {
    this.sealing = new Sealing(settings.IDENTITY_SECRET, 'signing keys');
    this.tokenLife = Temporal.Duration.from({ seconds: settings.IDENTITY_TOKEN_SECONDS });
  }

  /** The key that signs now. */
  async current(): Promise<OpenKey> {
    const known = signingKey(this.keys, this.clock());
    if (known) return known;
    await this.check();
    const made = signingKey(this.keys, this.clock());
    if (!made) throw new Error('there is no signing key, although one was just made');
    return made;
  }

  /** The published set (RFC 7517 §5), the next key and those just replaced among them. */
  async published(): Promise<{ keys: JWK[] }> {
    const rows = await this.dataSource.manager.find(SigningKeyRow, { order: { signsFrom: 'ASC' } });
    return { keys: rows.map(({ publicKey }) => publicKey) };
  }

  /** Makes the next key when it is due, forgets those that nobody needs, and reads what there is. */
  async check(): Promise<void> {
    this.keys = await this.dataSource.transaction(async (manager) => {
      await manager.query(lock, ['members signing keys']);
      const now = this.clock();
      const open = await this.open(await manager.find(SigningKeyRow));
      const { make, forget } = planKeys(open, now, this.tokenLife);
      if (forget.length > 0) await manager.delete(SigningKeyRow, { kid: In([...forget]) });
      const kept = open.filter(({ kid }) => !forget.includes(kid));
      return make ? [...kept, await this.make(manager, now, make)] : kept;
    });
  }

  private async make(manager: EntityManager, now: Temporal.Instant, signsFrom: Temporal.Instant) {
    const { publicKey, privateKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
    const kid = uuidv7();
    await manager.insert(SigningKeyRow, {
      kid,
      publicKey: { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' },
      sealedPrivateKey: this.sealing.seal(await exportPKCS8(privateKey), kid),
      createdAt: dateOf(now),
      signsFrom: dateOf(signsFrom),
    });
    const actor = { identity: byItself('Schedule'), requestId: newRequestId() };
    const details = { kid, signsFrom: signsFrom.toString() };
    await this.audit.record(manager, { act: 'key-rotated', actor, details });
    this.log.info(details, 'made a signing key');
    return { kid, signsFrom, privateKey };
  }

  /** A key that was sealed with another IDENTITY_SECRET stays published, and we sign with one of our own. */
  private async open(rows: readonly SigningKeyRow[]): Promise<OpenKey[]> {
    const keys: OpenKey[] = [];
    for (const { kid, sealedPrivateKey, signsFrom } of rows) {
      try {
        const pkcs8 = this.sealing.open(sealedPrivateKey, kid);
        keys.push({ kid, signsFrom: instantOf(signsFrom), privateKey: await importPKCS8(pkcs8, algorithm) });
      } catch (error) {
        if (!(error instanceof CannotOpen)) throw error;
        this.log.warn({ kid }, 'a signing key was made with another IDENTITY_SECRET');
      }
    }
    return keys;
  }
}
