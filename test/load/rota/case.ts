import { text } from 'node:stream/consumers';
import { solverShare, usualMegabytes } from '#solver';
import type * as Rota from '../../../apps/exhibition-stands/src/rota/index.ts';
import type { CaseAnswer, CaseTask } from './run-case.ts';

// What the app itself runs: its build, as its sources import each other by the names of built files.
const built = new URL('../../../dist/apps/exhibition-stands/src/rota/index.js', import.meta.url).href;
const { solveRota } = (await import(built)) as typeof Rota;

const { problem, seconds } = JSON.parse(await text(process.stdin)) as CaseTask;
const began = performance.now();
const answer = await solveRota(problem, { seconds, megabytes: solverShare(usualMegabytes) });
const said: CaseAnswer = {
  answer,
  wall: (performance.now() - began) / 1000,
  processor: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  megabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(said));
