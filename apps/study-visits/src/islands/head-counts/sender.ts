import type { PageState } from '../../head-counts/pages/page-state.js';
import type { Outbox, OwnMark } from './outbox.js';

/** How long a request may take before it counts as lost, and how soon it is tried again, in milliseconds. */
const patience = 15_000;
const again = 10_000;

/** As many as are taken at once. */
const most = 200;

interface Answer {
  readonly state: PageState;
  readonly refused: readonly { readonly id: string; readonly message: string }[];
}

/** A mark as it is sent: of which count it is, the address says. */
const markOf = ({ id, travellerId, kind, leave, over, madeAt }: OwnMark) => ({
  id,
  travellerId,
  kind,
  leave,
  over,
  madeAt,
});

export interface Hears {
  /** What the server has of a count, after marks of it were taken. */
  taken(countId: string, state: PageState, refused: readonly string[]): void;
  /** Why marks wait; blank: nothing stands in the way. `isOffline`: there is no connection. */
  waits(why: string, isOffline: boolean): void;
}

/** Sends what waits on this phone, whenever there may be a connection, until all of it is taken. */
export class Sender {
  private isSending = false;

  constructor(
    private readonly base: string,
    private readonly outbox: Outbox,
    private readonly hears: Hears,
  ) {
    const send = () => void this.send();
    window.addEventListener('online', send);
    window.addEventListener('pageshow', send);
    document.addEventListener('visibilitychange', send);
    window.setInterval(send, again);
  }

  async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      const waiting = Map.groupBy(this.outbox.all(), ({ countId }) => countId);
      for (const [countId, marks] of waiting) {
        if (!(await this.sendSome(countId, marks.slice(0, most)))) return;
      }
    } finally {
      this.isSending = false;
    }
    if (this.outbox.all().length > 0) void this.send();
  }

  /** @returns whether they were taken */
  private async sendSome(countId: string, marks: readonly OwnMark[]): Promise<boolean> {
    let response: Response;
    try {
      response = await fetch(`${this.base}/${countId}/marks`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ marks: marks.map(markOf) }),
        signal: AbortSignal.timeout(patience),
      });
      if (response.ok) {
        const { state, refused } = (await response.json()) as Answer;
        this.outbox.remove(new Set(marks.map(({ id }) => id)));
        this.hears.taken(
          countId,
          state,
          refused.map(({ message }) => message),
        );
        this.hears.waits('', false);
        return true;
      }
    } catch {
      this.hears.waits('There is no connection.', true);
      return false;
    }
    if (response.status >= 500) {
      this.hears.waits('The site does not answer at the moment.', true);
      return false;
    }
    const problem = (await response.json().catch(() => ({}))) as { readonly detail?: string };
    this.hears.waits(`They were not taken. ${problem.detail ?? 'Tell whoever runs the visit.'}`, false);
    return false;
  }
}
