import { v7 as uuidv7 } from 'uuid';
import { dateOf, Transactions } from '#platform';
import { AuditLog } from '../audit/audit-log.js';
import { ChangeRole } from '../people/change-role.js';
import { calledName } from '../people/domain/person.js';
import { hashOf, newSecret } from '../secrets.js';
import { linkPath } from '../signing-in/addresses.js';
import { linkLife } from '../signing-in/domain/request-state.js';
import { SignInRequestRow } from '../signing-in/sign-in-request.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { withUseCases } from './command-context.js';
import { findOrAdd, readAddress } from './find-or-add.js';

/**
 * `npm run members:admin -- <e-mail>`: makes whoever has the address an administrator, with a record where there is none,
 * and a link with which they sign in. It is bound to no browser, so whoever has it gets in: it works once, for 15 minutes.
 *
 * @param publicUrl the address of the whole site
 * @returns what to print
 * @throws CommandProblem in one line
 */
export async function makeAdmin(databaseUrl: string, publicUrl: string, email: string): Promise<string[]> {
  return withUseCases(databaseUrl, async (context) => {
    const address = readAddress(email);
    const now = context.get<Clock>(CLOCK)();
    const token = newSecret();
    const person = await context.get(Transactions).run(async (manager) => {
      const found = await findOrAdd(context, manager, address);
      await context.get(ChangeRole).grantByCommand(manager, found.id, 'admin');
      const id = uuidv7();
      await manager.insert(SignInRequestRow, {
        id,
        address,
        linkHash: hashOf(token),
        returnPath: '/members/manage',
        network: 'the command line',
        maySend: false,
        wrongCodes: 0,
        askedAt: dateOf(now),
        expiresAt: dateOf(now.add(linkLife)),
      });
      await context.get(AuditLog).record(manager, {
        act: 'sign-in-link-made',
        actor: null,
        subject: { id: found.id, name: calledName(found) },
      });
      return found;
    });
    return [
      `${person.name} (${address}) is an administrator.`,
      `To sign in, open this within 15 minutes; it works once: ${publicUrl}${linkPath(token)}`,
    ];
  });
}
