import { text } from 'node:stream/consumers';
import { solverShare, usualMegabytes } from '#solver';
import type * as Rooms from '../../../apps/study-visits/src/rooms/index.ts';
import type { RoomsProblem } from '../../../apps/study-visits/src/rooms/domain/problem.ts';

// What the app itself runs: its build, as its sources import each other by the names of built files.
const built = new URL('../../../dist/apps/study-visits/src/rooms/index.js', import.meta.url).href;
const { solveRooms } = (await import(built)) as typeof Rooms;

/** What a process is to solve. */
export interface RoomsTask {
  readonly problem: RoomsProblem;
  readonly seconds: number;
}

const { problem, seconds } = JSON.parse(await text(process.stdin)) as RoomsTask;
const began = performance.now();
const answer = await solveRooms(problem, { seconds, megabytes: solverShare(usualMegabytes) });
const said = {
  answer,
  wall: (performance.now() - began) / 1000,
  megabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(said));
