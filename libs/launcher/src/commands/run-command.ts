import { BuildError } from '../build/compile.ts';
import { StartError } from '../start-error.ts';

/** Runs a command; what the person who typed it can put right is told in plain words, without a stack. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  // Whoever reads our output may leave first (`npm start | head`), which is no reason to fail.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  try {
    await main();
  } catch (error) {
    const expected = error instanceof StartError || error instanceof BuildError;
    process.stderr.write(
      `${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
