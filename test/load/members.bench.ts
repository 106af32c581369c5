import { startSystem } from '#launcher';
import { benchAsking } from './asking-times.ts';

const system = await startSystem({ apps: ['members', 'mailer'], mailbox: true });
try {
  await benchAsking(system);
} finally {
  await system.stop();
}
