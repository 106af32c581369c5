/** How many are remembered; some 100 bytes each. */
const most = 10_000;

/**
 * Addresses that were looked for and are nobody's. A secret is drawn at random when it is made, so that what was asked for
 * before cannot become somebody's later, and what was revoked never comes back: nothing here grows stale, and a calendar
 * that goes on asking for a revoked address costs no look into the database.
 */
export class DeadEnds {
  private readonly known = new Set<string>();

  /** @param limit how many to remember; the oldest go first */
  constructor(private readonly limit = most) {}

  has(hash: Buffer): boolean {
    return this.known.has(hash.toString('base64'));
  }

  add(hash: Buffer): void {
    this.known.add(hash.toString('base64'));
    if (this.known.size <= this.limit) return;
    const [oldest] = this.known;
    if (oldest !== undefined) this.known.delete(oldest);
  }
}
