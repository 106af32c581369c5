import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Contact } from '#checks';
import { InterpreterRow } from '../interpreters/interpreter.entity.js';
import type { Publishing } from '../itinerary/publishing.js';
import type { Itinerary } from '../itinerary/read-itinerary.js';
import { In } from 'typeorm';

/** Somebody who is reached by mail or telephone. */
export interface Reachable {
  readonly name: string;
  /** "Rosa Bianchi, CADIAI": what they are there. */
  readonly role: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Whom a change of an item concerns. */
export interface Concerned {
  /** Whose own days are different. */
  readonly travellers: readonly Reachable[];
  /** Contacts of its host. */
  readonly hosts: readonly Reachable[];
  /** Those who are booked for it. */
  readonly interpreters: readonly Reachable[];
}

/** Finds whom a change of an item concerns. */
@Injectable()
export class ReadConcerned {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async by(
    { told }: Publishing,
    { items, hosts, interpreters }: Itinerary,
    itemId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Concerned> {
    const hostId = items.find(({ id }) => id === itemId)?.hostId ?? null;
    const host = hostId === null ? undefined : hosts.get(hostId);
    const booked = interpreters.filter(({ itemIds }) => itemIds.includes(itemId)).map(({ id }) => id);
    const rows = booked.length === 0 ? [] : await manager.findBy(InterpreterRow, { id: In(booked) });
    return {
      travellers: told.map(({ traveller: { name, organisationName, email, phone } }) => ({
        name,
        role: organisationName,
        email,
        phone,
      })),
      hosts: host === undefined ? [] : host.contacts.map((contact) => contactOf(contact, host.name)),
      interpreters: rows
        .map(({ name, email, phone }) => ({ name, role: 'Interpreter', email, phone }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    };
  }
}

const contactOf = ({ name, role, email, phone }: Contact, host: string): Reachable => ({
  name,
  role: [role, host].filter((part) => part !== '').join(', '),
  email,
  phone,
});
