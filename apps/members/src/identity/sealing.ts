import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';

/** Thrown for what was sealed with another secret, or was changed since. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

/**
 * Keeps secrets in the database so that whoever reads only the database cannot use them. Each is bound to what it belongs
 * to: put in another's place, it cannot be opened.
 */
export class Sealing {
  private readonly key: Buffer;

  /**
   * @param secret 32 characters or more
   * @param purpose what is sealed; the same secret gives each purpose a key of its own
   */
  constructor(secret: string, purpose: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  }

  seal(text: string, belongsTo: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv(algorithm, this.key, iv).setAAD(Buffer.from(belongsTo));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws CannotOpen */
  open(sealed: string, belongsTo: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    try {
      const decipher = createDecipheriv(algorithm, this.key, bytes.subarray(0, 12))
        .setAAD(Buffer.from(belongsTo))
        .setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    } catch (error) {
      throw new CannotOpen('it was sealed with another secret', { cause: error });
    }
  }
}
