import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.ts';

/** How long a call may take, and how soon it is made again, in milliseconds. */
const patience = 5000;
const again = 300;

/** What became of the calls with which edits were made. */
export interface EditCounts {
  /** Edits that were acknowledged, which makes their effects owed. */
  edits: number;
  calls: number;
  /** Calls of which nobody knew whether they had done anything: the connection was lost, or a part was not there. */
  inDoubt: number;
  /** Of those, the ones that turned out to have been done. */
  doneInDoubt: number;
}

/** A change to make, as the API takes it. */
interface Change {
  readonly method: 'PUT' | 'POST';
  /** Below the event's address. */
  readonly path: string;
  readonly body: object;
}

/** A call that will never be taken: the run itself is wrong. */
class Refused extends Error {
  override readonly name = 'Refused';
}

/** Whether an answer but 200 may be another in a moment: somebody is not there, or the version or the key is taken. */
function passing(status: number): boolean {
  return status >= 500 || [401, 403, 404, 408, 409, 412, 429].includes(status);
}

interface EventSeen {
  readonly version: number;
  readonly status: string;
}

/** Edits one event through the site's own origin, as a program of somebody on the staff. */
export class Editor {
  readonly counts: EditCounts = { edits: 0, calls: 0, inDoubt: 0, doneInDoubt: 0 };
  readonly #origin: string;
  readonly #token: string;
  readonly #chance: Chance;
  #url = '';
  #seen: EventSeen = { version: 0, status: 'draft' };

  /** @param origin the shell's address */
  constructor(origin: string, token: string, chance: Chance) {
    this.#origin = origin;
    this.#token = token;
    this.#chance = chance;
  }

  get version(): number {
    return this.#seen.version;
  }

  /** Makes the event and publishes it, which counts as no edit. @returns its name in addresses */
  async publish(): Promise<string> {
    const events = `${this.#origin}/api/v1/events-calendar/events`;
    const made = await this.#call('POST', events, details(0, 0), { 'idempotency-key': randomUUID() });
    if (made.status !== 201) throw new Error(`no event could be made: ${made.status} ${await made.text()}`);
    const { ref, version } = (await made.json()) as { ref: string; version: number };
    this.#url = `${events}/${ref}`;
    await this.#until({ method: 'POST', path: '/status', body: { status: 'published' } }, version);
    this.counts.calls = 0;
    return ref;
  }

  /**
   * Makes one edit, trying again until it is acknowledged.
   *
   * @param number which it is, from 1
   * @param left how many follow; the last one changes the time, so that there is something to tell in the end
   */
  async edit(number: number, left: number): Promise<void> {
    await this.#until(this.#change(number, left), this.#seen.version);
    this.counts.edits += 1;
  }

  #change(number: number, left: number): Change {
    const { status } = this.#seen;
    if (status === 'postponed') return { method: 'POST', path: '/status', body: { status: 'published' } };
    if (left > 1 && this.#chance.next() < 0.1) {
      return { method: 'POST', path: '/status', body: { status: 'postponed', reason: `Reason ${number}` } };
    }
    const tells = left === 0 || number % 10 !== 5;
    return { method: 'PUT', path: '', body: details(number, tells ? number : number - 1) };
  }

  /** Repeats a change of the version until it is there, however that is learnt. */
  async #until(change: Change, version: number): Promise<void> {
    let key = randomUUID();
    for (let isUnclear = false; ;) {
      const { status, event } = await this.#attempt(change, version, key);
      if (event) {
        this.#seen = event;
        return;
      }
      if (status === null || status >= 500) {
        isUnclear = true;
        this.counts.inDoubt += 1;
      }
      const found = await this.#look();
      if (found !== null && found.version > version) {
        if (isUnclear) this.counts.doneInDoubt += 1;
        this.#seen = found;
        return;
      }
      // The call that held the key was killed. Another may try: the version sees to it that the change is made once.
      if (status === 409) key = randomUUID();
      await wait(again);
    }
  }

  /** @returns the answer's status, `null` if there was none; and the event, if it is changed now */
  async #attempt(
    { method, path, body }: Change,
    version: number,
    key: string,
  ): Promise<{ status: number | null; event?: EventSeen }> {
    this.counts.calls += 1;
    try {
      const headers = { 'if-match': `"${version}"`, 'idempotency-key': key };
      const answer = await this.#call(method, `${this.#url}${path}`, body, headers);
      const { status } = answer;
      const said = await answer.text();
      if (status === 200) {
        const read = JSON.parse(said) as EventSeen & { event?: EventSeen };
        return { status, event: read.event ?? read };
      }
      if (!passing(status)) throw new Refused(`${method} ${path}: ${status} ${said}`);
      return { status };
    } catch (error) {
      if (error instanceof Refused) throw error;
      return { status: null };
    }
  }

  async #look(): Promise<EventSeen | null> {
    try {
      const answer = await this.#call('GET', this.#url);
      return answer.status === 200 ? ((await answer.json()) as EventSeen) : null;
    } catch {
      return null;
    }
  }

  #call(
    method: string,
    url: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...headers,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    });
  }
}

/** What the event says after the edit; followers are told of the change when `told` is another than before. */
function details(number: number, told: number): object {
  const day = String((told % 28) + 1).padStart(2, '0');
  const month = String((Math.floor(told / 28) % 12) + 1).padStart(2, '0');
  return {
    title: 'Annual Conference',
    kind: 'conference',
    format: 'in person',
    when: { start: `2031-${month}-${day}T10:00`, end: `2031-${month}-${day}T16:00`, zone: 'Europe/London' },
    place: { name: `Hall ${told % 7}` },
    description: `As of edit ${number}.`,
    audience: 'public',
  };
}
