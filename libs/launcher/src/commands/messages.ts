import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../build/build.ts';
import { dist } from '../paths.ts';
import { runCommand } from './run-command.ts';

/** What this needs of `libs/contracts`, which runs as it was compiled. */
interface Contracts {
  readonly registry: Readonly<
    Record<
      string,
      { readonly producer: string; readonly consumers: readonly string[]; readonly about: string }
    >
  >;
}

/** Rows of equally wide columns; the first is the heading. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
      .join('  ')
      .trimEnd();
  const [heading = [], ...others] = rows;
  return [line(heading), line(heading.map((_cell, column) => '─'.repeat(widths?.[column] ?? 0)))].concat(
    others.map(line),
  );
}

await runCommand(async () => {
  await build();
  const contracts: Contracts = await import(pathToFileURL(join(dist, 'libs/contracts/src/index.js')).href);
  const rows = Object.entries(contracts.registry).map(([type, { producer, consumers, about }]) => [
    type,
    about,
    producer,
    consumers.join(', '),
  ]);
  for (const line of table([['message', 'about', 'from', 'to'], ...rows])) console.log(line);
});
