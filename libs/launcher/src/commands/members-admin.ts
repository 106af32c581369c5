import { StartError } from '../start-error.ts';
import { membersModule, runMembersCommand } from './members-commands.ts';

interface MakeAdmin {
  makeAdmin(this: void, databaseUrl: string, publicUrl: string, email: string): Promise<string[]>;
}

function readArguments(): string {
  const [email, ...more] = process.argv.slice(2);
  if (email !== undefined && more.length === 0) return email;
  throw new StartError('Say whose address: npm run members:admin -- name@example.org');
}

await runMembersCommand(readArguments, async ({ databaseUrl, publicUrl }, email) => {
  const { makeAdmin } = await membersModule<MakeAdmin>('commands/make-admin.js');
  return makeAdmin(databaseUrl, publicUrl, email);
});
