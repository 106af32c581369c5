import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { unprocessable } from '#platform';
import { calledName } from './domain/person.js';
import { PeopleRepository } from './people.repository.js';

/** An address belongs to one person. */
@Injectable()
export class AddressIsFree {
  constructor(private readonly people: PeopleRepository) {}

  /**
   * Holds the address for the transaction.
   *
   * @param field the form's field that it came in
   * @param ownerId whose it may be already
   * @throws Problem 422 when it is somebody else's
   */
  async claim(manager: EntityManager, address: string, field: string, ownerId?: string): Promise<void> {
    await this.people.lockAddress(manager, address);
    const holder = await this.people.findByAddress(address, manager);
    if (holder === null || holder.id === ownerId) return;
    throw unprocessable([
      {
        field,
        code: 'address-taken',
        message: `${calledName(holder)} has this address already. If they are the same person, merge the two records.`,
      },
    ]);
  }
}
