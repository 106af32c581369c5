import type { EntityManager } from 'typeorm';
import { byItself, valueOf, type Actor } from '#platform';
import type { INestApplicationContext } from '@nestjs/common';
import { CreatePerson } from '../people/create-person.js';
import { checkAddress } from '../people/domain/email-address.js';
import { isCurrent, type Person } from '../people/domain/person.js';
import { PeopleRepository } from '../people/people.repository.js';
import { CLOCK, type Clock } from '../tokens.js';

/** Whoever types commands, for histories. */
export const commandLine: Actor = { identity: byItself('Command line'), requestId: 'command-line' };

/** @throws Problem 422 for what is no address */
export const readAddress = (text: string): string => valueOf(checkAddress(text, 'email'));

/** Whoever has the address; `null`: nobody. */
export async function findPerson(
  context: INestApplicationContext,
  manager: EntityManager,
  address: string,
): Promise<Person | null> {
  const found = await context.get(PeopleRepository).findByAddress(address, manager);
  return found && isCurrent(found) ? found : null;
}

/** Whoever has the address, or a new record for them: who has the command line vouches for the address. */
export async function findOrAdd(
  context: INestApplicationContext,
  manager: EntityManager,
  address: string,
): Promise<Person> {
  const found = await findPerson(context, manager, address);
  if (found) return found;
  return context.get(CreatePerson).within(manager, commandLine, {
    name: nameFrom(address),
    preferredName: null,
    pronouns: null,
    jobTitle: null,
    phone: null,
    email: address,
    verifiedAt: context.get<Clock>(CLOCK)(),
    affiliation: null,
  });
}

/** A name to begin with: `sam.staff@example.org` is most likely Sam Staff. They can put it right. */
export function nameFrom(address: string): string {
  const words = address
    .slice(0, address.lastIndexOf('@'))
    .replace(/\+.*$/, '')
    .split(/[._-]+/)
    .filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return name === '' ? address : name;
}
