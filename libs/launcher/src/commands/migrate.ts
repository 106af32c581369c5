import { build } from '../build/build.ts';
import { readSettings } from '../settings.ts';
import { openDataFolder } from '../start/data-folder.ts';
import { openDatabase, prepareData } from '../start/database.ts';
import { say, step } from '../start/progress.ts';
import { withShutdown } from '../start/run-system.ts';
import { runCommand } from './run-command.ts';

await runCommand(() =>
  withShutdown(async (shutdown) => {
    const settings = readSettings(process.env);
    const folder = openDataFolder(settings.dataDir);
    shutdown.add({ stop: folder.release });
    await step('Building', build);
    const adminUrl = await openDatabase(settings, folder, shutdown);
    const done = await prepareData(adminUrl, folder.secret, false, process.env);
    for (const line of done) say(line);
    if (done.length === 0) say('The database is up to date.');
    await shutdown.stop();
  }),
);
