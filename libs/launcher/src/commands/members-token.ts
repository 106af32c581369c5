import { parseArgs } from 'node:util';
import { StartError } from '../start-error.ts';
import { membersModule, runMembersCommand } from './members-commands.ts';

interface MakeToken {
  makeTokenByCommand(
    this: void,
    databaseUrl: string,
    email: string,
    input: { readonly name: string; readonly scopes: readonly string[]; readonly days: string },
  ): Promise<string[]>;
}

const usage =
  'npm run members:token -- --email name@example.org --scope events-calendar:write [--scope members:read] [--name "My script"] [--days 30|90|365]';

function parse() {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: 'string' },
        scope: { type: 'string', multiple: true },
        name: { type: 'string', default: 'Made on the command line' },
        days: { type: 'string', default: '90' },
      },
    });
    return values;
  } catch (error) {
    const words = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new StartError(`${words}. Write: ${usage}`, { cause: error });
  }
}

function readArguments() {
  const { email, scope, name, days } = parse();
  if (email !== undefined && scope !== undefined) return { email, input: { name, scopes: scope, days } };
  throw new StartError(`Say whose token it is and what it may do: ${usage}`);
}

await runMembersCommand(readArguments, async ({ databaseUrl }, { email, input }) => {
  const { makeTokenByCommand } = await membersModule<MakeToken>('commands/make-token.js');
  return makeTokenByCommand(databaseUrl, email, input);
});
