import { build } from '../build/build.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const began = performance.now();
  const { changed } = await build();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(changed.length === 0 ? 'Nothing to build.' : `Built ${changed.length} files in ${seconds} s.`);
});
