import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { apps } from '../apps.ts';
import { build } from '../build/build.ts';
import { dist } from '../paths.ts';
import { readSettings } from '../settings.ts';
import { StartError } from '../start-error.ts';
import { readSiteAddress } from '../start/data-folder.ts';
import { say, step } from '../start/progress.ts';
import { checkTables, reachDatabase } from '../start/reach-database.ts';
import { withShutdown } from '../start/run-system.ts';
import { runCommand } from './run-command.ts';

/** What a command has to do its work with. */
export interface MembersAtHand {
  /** The members' tables, for whoever owns them. */
  readonly databaseUrl: string;
  /** The address of the whole site, as browsers see it. */
  readonly publicUrl: string;
}

/** A module of the members app, as it is compiled. */
export async function membersModule<Module>(file: string): Promise<Module> {
  const module: Module = await import(pathToFileURL(join(dist, 'apps/members/src', file)).href);
  return module;
}

/**
 * Runs a command of the members app, whether the site runs or not.
 *
 * @param readArguments what was typed; what is wrong with it is found before anything is started
 * @param work does it, and says what to print
 */
export async function runMembersCommand<Arguments>(
  readArguments: () => Arguments,
  work: (at: MembersAtHand, given: Arguments) => Promise<string[]>,
): Promise<void> {
  await runCommand(() =>
    withShutdown(async (shutdown) => {
      const given = readArguments();
      const settings = readSettings(process.env);
      await step('Building', build);
      const { adminUrl, isRunning } = await reachDatabase(settings, shutdown);
      const schema = apps.find(({ name }) => name === 'members')?.schema ?? '';
      await checkTables(adminUrl, schema, 'people');
      // As the role that owns the tables, whatever its password is; `pg` adds this to each connection.
      process.env['PGOPTIONS'] = `-c role=${schema} -c search_path=${schema} -c timezone=UTC`;
      const isGiven = Boolean(process.env['PUBLIC_URL'] || process.env['PORT']);
      const publicUrl = (isGiven ? null : readSiteAddress(settings.dataDir)) ?? settings.publicUrl;
      try {
        for (const line of await work({ databaseUrl: adminUrl, publicUrl }, given)) say(line);
      } catch (error) {
        if (error instanceof Error && error.name === 'CommandProblem') {
          throw new StartError(error.message, { cause: error });
        }
        throw error;
      }
      if (!isRunning && settings.databaseUrl === null) say('The site does not run: npm start.');
      await shutdown.stop();
    }),
  );
}
