import { setTimeout as wait } from 'node:timers/promises';
import { apps } from '../apps.ts';
import { build } from '../build/build.ts';
import { listSources } from '../build/sources.ts';
import { say, seconds } from '../start/progress.ts';
import { runSystem, withShutdown, type RunningSystem } from '../start/run-system.ts';
import { runCommand } from './run-command.ts';

/** How often the sources are looked at, in milliseconds. Looking at all of them takes a few. */
const pause = 400;

/** The services that run code from any of these paths; a library is in all of them. */
function concernedBy(changed: readonly string[]): string[] {
  if (changed.some((path) => path.startsWith('libs/'))) return apps.map(({ name }) => name);
  return apps
    .map(({ name }) => name)
    .filter((name) => changed.some((path) => path.startsWith(`apps/${name}/`)));
}

async function rebuild(system: RunningSystem): Promise<void> {
  const began = performance.now();
  const { changed } = await build();
  const names = concernedBy(changed);
  if (names.length === 0) return;
  const [first = '', ...others] = changed;
  say(
    `${first}${others.length > 0 ? ` and ${others.length} more` : ''} changed: restarting ${names.join(', ')} …`,
  );
  if (changed.some((path) => /\/(migrations|demo)\//.test(path))) await system.prepareData();
  await system.supervisor.restart(names);
  say(`  ready again in ${seconds(began)}`);
}

await runCommand(async () => {
  const system = await withShutdown(runSystem);
  say('Changes below apps/ and libs/ are picked up as you save them.');
  // What failed is not tried again until a file changes.
  let seen = JSON.stringify(listSources());
  for (;;) {
    await wait(pause);
    const now = JSON.stringify(listSources());
    if (now === seen) continue;
    seen = now;
    try {
      await rebuild(system);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
});
