import { Transactions, valueOf } from '#platform';
import { checkToken, type TokenInput } from '../api-tokens/domain/new-token.js';
import { MakeToken } from '../api-tokens/make-token.js';
import { calledName } from '../people/domain/person.js';
import { CommandProblem, withUseCases } from './command-context.js';
import { findPerson, readAddress } from './find-or-add.js';

/**
 * `npm run members:token -- --email <e-mail> --scope <app>:write`: makes an API token for whoever has the address.
 *
 * @returns what to print, the token last
 * @throws CommandProblem in one line
 */
export async function makeTokenByCommand(
  databaseUrl: string,
  email: string,
  input: TokenInput,
): Promise<string[]> {
  return withUseCases(databaseUrl, async (context) => {
    const address = readAddress(email);
    const checked = valueOf(checkToken(input));
    return context.get(Transactions).run(async (manager) => {
      const person = await findPerson(context, manager, address);
      if (!person) {
        throw new CommandProblem(
          `Nobody has the address ${address}. For an administrator, run: npm run members:admin -- ${address}`,
        );
      }
      const owner = { id: person.id, name: calledName(person) };
      const token = await context.get(MakeToken).byCommand(manager, owner, checked);
      return [`An API token of ${person.name}, for ${checked.days} days. It is shown only this once:`, token];
    });
  });
}
