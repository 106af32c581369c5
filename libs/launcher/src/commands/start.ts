import { runSystem, withShutdown } from '../start/run-system.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  await withShutdown(runSystem);
});
