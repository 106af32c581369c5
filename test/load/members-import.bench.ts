import { setTimeout } from 'node:timers/promises';
import { startImporting, textOf } from '../members/imports/importing.ts';
import { inLargeFile, largeFile } from '../members/imports/large-file.ts';

/** From the upload of a file of 10,000 organisations to its result, in seconds. */
const wanted = 20;

const whole = (value: number) => Math.round(value).toLocaleString('en-GB');
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
const verdict = (isMet: boolean) => (isMet ? 'yes' : 'NO');

const members = await startImporting();

/** The longest that a page of somebody else waited meanwhile, in milliseconds. */
async function longestWait(until: Promise<unknown>): Promise<number> {
  const isOver = until.then(() => true);
  let longest = 0;
  while (!(await Promise.race([isOver, setTimeout(20, false)]))) {
    const start = performance.now();
    await (await fetch(`${members.url}/members`)).arrayBuffer();
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

/** Uploads a file, looks at it and confirms it, as a browser does. */
async function run(name: string, file: Buffer) {
  const start = performance.now();
  const uploading = members.preview(file);
  const waitedForPreview = await longestWait(uploading);
  const path = await uploading;
  const preview = performance.now() - start;
  const shown = performance.now();
  await members.get(path);
  const page = performance.now() - shown;
  const confirmed = performance.now();
  await members.confirm(path, true);
  const writing = members.outcome(path);
  const waited = Math.max(waitedForPreview, await longestWait(writing));
  const written = performance.now() - confirmed;
  const result = /(?:The import is done|Nothing had to be changed) (.*?\.)/.exec(
    textOf((await writing).html),
  )?.[1];
  const all = preview + page + written;
  const row = {
    file: name,
    rows: whole(inLargeFile.rows),
    'upload and compare, s': seconds(preview),
    'show, s': seconds(page),
    'write, s': seconds(written),
    'in all, s': seconds(all),
    wanted: `< ${wanted}`,
    met: verdict(all < wanted * 1000),
    'others waited at most, ms': whole(waited),
  };
  return { row, result };
}

try {
  const rows = [
    await run('all new', largeFile()),
    await run('the same again', largeFile()),
    await run('all changed', largeFile(true)),
  ];
  console.table(rows.map(({ row }) => row));
  for (const { row, result } of rows) console.log(`${row.file}: ${result}`);
} finally {
  await members.stop();
}
