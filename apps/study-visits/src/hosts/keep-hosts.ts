import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { refuse } from '#checks';
import { conflict, dateOf, Transactions, valueOf } from '#platform';
import { listInWords } from '#ui';
import { CLOCK, type Clock } from '../tokens.js';
import { checkHost, mostContacts, type HostInput } from './domain/host.js';
import { HostRow } from './host.entity.js';
import { columnsOf, hostOf, type Host } from './host-of.js';
import { noSuchHost, ReadHosts } from './read-hosts.js';

/** Which host, and the version of it that the person saw. */
export interface SeenHost {
  readonly id: string;
  /** `null`: whichever it is. */
  readonly version: number | null;
}

/** Writes whom visits go to. */
@Injectable()
export class KeepHosts {
  constructor(
    private readonly transactions: Transactions,
    private readonly hosts: ReadHosts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 with every field that needs attention */
  async add(manager: EntityManager, input: HostInput): Promise<Host> {
    const details = valueOf(checkHost(input));
    const id = uuidv7();
    const changedAt = dateOf(this.clock());
    await manager.insert(HostRow, { ...columnsOf(details), id, version: 1, changedAt });
    return this.hosts.one(id, manager);
  }

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 */
  edit({ id, version }: SeenHost, input: HostInput): Promise<Host> {
    return this.transactions.run(async (manager) => {
      const before = await this.locked(id, manager);
      if (version !== null && before.version !== version) {
        throw conflict(
          'edited-meanwhile',
          'Somebody changed this host after you opened it. Look at it again.',
        );
      }
      const details = valueOf(checkHost(input));
      if (this.saysAlready(before, input)) return before;
      await manager.update(
        HostRow,
        { id },
        { ...columnsOf(details), version: before.version + 1, changedAt: dateOf(this.clock()) },
      );
      return this.hosts.one(id, manager);
    });
  }

  /** Whether a host says already what a form says: a second press of its button. */
  saysAlready(host: Host, input: HostInput): boolean {
    const checked = checkHost(input);
    if (!checked.ok) return false;
    const { id: _, version: __, ...said } = host;
    return JSON.stringify(sorted(said)) === JSON.stringify(sorted(checked.value));
  }

  /** @throws Problem 404; 409 `host-visited` with the visits in whose itineraries it stands */
  remove(id: string): Promise<Host> {
    return this.transactions.run(async (manager) => {
      const host = await this.locked(id, manager);
      const visits = await this.hosts.visitsOf(id, manager);
      if (visits.length > 0) {
        const titles = listInWords(visits.map(({ title }) => `“${title}”`));
        throw conflict(
          'host-visited',
          `${host.name} stands in the itinerary of ${titles}, so it cannot be deleted. Take it out there, or merge it into another host.`,
        );
      }
      await manager.delete(HostRow, { id });
      return host;
    });
  }

  /**
   * Makes one of two that are the same: what was planned at the one is at the other then, with its contacts; what else it says is
   * given up.
   *
   * @param id whichever goes
   * @param into whichever stays
   * @throws Problem 404; 422 for a host into itself, or with more contacts than a host may have
   */
  merge(id: string, into: string): Promise<Host> {
    return this.transactions.run(async (manager) => {
      if (id === into) valueOf(refuse('into', 'same-host', 'Choose another host to merge this one into.'));
      // In the order of the ids, so that two who merge crosswise do not wait for each other.
      for (const each of [id, into].toSorted()) await this.locked(each, manager);
      const [gone, kept] = [await this.hosts.one(id, manager), await this.hosts.one(into, manager)];
      const known = new Set(kept.contacts.map(({ name }) => name.toLowerCase()));
      const contacts = [
        ...kept.contacts,
        ...gone.contacts.filter(({ name }) => !known.has(name.toLowerCase())),
      ];
      if (contacts.length > mostContacts) {
        const message = `Together they have ${contacts.length} contacts; a host has ${mostContacts} at most. Take some off first.`;
        valueOf(refuse('into', 'too-many', message));
      }
      await manager.query(
        'UPDATE itinerary_items SET host_id = $2, version = version + 1 WHERE host_id = $1',
        [id, into],
      );
      // Whoever has the link to the sheet keeps it, unless the other has one for the same visit.
      await manager.query(
        `UPDATE sheets s SET host_id = $2 WHERE host_id = $1
         AND NOT EXISTS (SELECT FROM sheets o WHERE o.host_id = $2 AND o.visit_id = s.visit_id)`,
        [id, into],
      );
      const notes = [kept.notes, gone.notes]
        .filter((each) => each !== '')
        .join('\n\n')
        .slice(0, 5000);
      await manager.delete(HostRow, { id });
      await manager.update(
        HostRow,
        { id: into },
        { contacts, notes, version: kept.version + 1, changedAt: dateOf(this.clock()) },
      );
      return this.hosts.one(into, manager);
    });
  }

  /** Whoever plans something there waits until this is done, and the other way round. @throws Problem 404 */
  private async locked(id: string, manager: EntityManager): Promise<Host> {
    await this.hosts.one(id, manager);
    const row = await manager.findOne(HostRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (row === null) throw noSuchHost();
    return hostOf(row);
  }
}

const sorted = (record: object) => Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
