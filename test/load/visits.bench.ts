import { loadavg } from 'node:os';
import { benchRooms } from './visits/rooms-part.ts';

const load = () =>
  loadavg()
    .map((each) => each.toFixed(1))
    .join(', ');

console.log(`Load of the machine before: ${load()}`);
const isMet = await benchRooms();
console.log(`Load of the machine after: ${load()}`);
process.exitCode = isMet ? 0 : 1;
