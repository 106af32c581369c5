import { loadavg } from 'node:os';
import { startSystem } from '#launcher';
import { staffPerson, startIdentity } from '../events-calendar/signed-in.ts';
import { benchOwn } from './visits/own-part.ts';
import { benchPapers } from './visits/papers-part.ts';
import { benchRooms } from './visits/rooms-part.ts';
import { seedParty } from './visits/seed-party.ts';

const app = 'study-visits';
const travellers = Number(process.env['BENCH_TRAVELLERS'] ?? 1000);

/** `BENCH_PARTS=papers,own` leaves the others out. */
const parts = (process.env['BENCH_PARTS'] ?? 'rooms,own,papers').split(',');

const load = () =>
  loadavg()
    .map((each) => each.toFixed(1))
    .join(', ');

/** What travellers ask for, and everybody’s papers: both of a visit that many travel with. */
async function benchParty(): Promise<readonly boolean[]> {
  const identity = await startIdentity(app);
  const system = await startSystem({ apps: ['shell', app], env: { ...identity.env, LOG_LEVEL: 'info' } });
  try {
    const party = await seedParty(system.databaseUrl(app), system.secrets.links, travellers);
    const isMet: boolean[] = [];
    if (parts.includes('own')) isMet.push(await benchOwn(system, party));
    if (parts.includes('papers')) {
      const headers = await identity.headers({ ...staffPerson, via: 'api' });
      isMet.push(await benchPapers(system, party, headers));
    }
    return isMet;
  } finally {
    await system.stop();
    await identity.stop();
  }
}

console.log(`Load of the machine before: ${load()}`);
const isMet = [
  ...(parts.includes('rooms') ? [await benchRooms()] : []),
  ...(parts.includes('own') || parts.includes('papers') ? await benchParty() : []),
];
console.log(`Load of the machine after: ${load()}`);
process.exitCode = isMet.every(Boolean) ? 0 : 1;
