import { join } from 'node:path';
import { apps } from '../apps.ts';
import { build } from '../build/build.ts';
import { queues } from '../database/queues.ts';
import { keepsData, loginOf, urlFor } from '../database/roles.ts';
import { LocalMailbox } from '../mailbox/local-mailbox.ts';
import { freePort } from '../ports.ts';
import type { Plan } from '../services/environment.ts';
import { secretsOf } from '../services/secrets.ts';
import { Supervisor } from '../services/supervisor.ts';
import { readSettings, type Settings } from '../settings.ts';
import { checkPort } from './check-port.ts';
import { openDataFolder, writeSiteAddress, type DataFolder } from './data-folder.ts';
import { openDatabase, prepareData } from './database.ts';
import { say, seconds, step } from './progress.ts';
import { Shutdown } from './shutdown.ts';

/** A member of the network's staff, and an officer who books for a council, in the demonstration data of members. */
const demoStaff = 'sam.staff@example.org';
const demoBooker = 'wanda.twohats@rochdale-metropolitan-borough-council.example.org';

/** The system, running. */
export interface RunningSystem {
  readonly settings: Settings;
  readonly supervisor: Supervisor;
  /** Does again what a change of the apps' data or tables needs. */
  prepareData(this: void): Promise<void>;
}

async function makePlan(
  settings: Settings,
  folder: DataFolder,
  adminUrl: string,
  smtpUrl: string,
): Promise<Plan> {
  const ports = new Map<string, number>();
  for (const { name } of apps) ports.set(name, name === 'shell' ? settings.port : await freePort());
  return {
    apps,
    ports,
    host: settings.host,
    publicUrl: settings.publicUrl,
    smtpUrl,
    secrets: secretsOf(folder.secret, process.env),
    queueUrl: urlFor(adminUrl, loginOf(queues, folder.secret, process.env)),
    redisUrl: settings.redisUrl,
    databaseUrl: (app) =>
      keepsData(app) ? urlFor(adminUrl, loginOf(app, folder.secret, process.env)) : null,
  };
}

/** The local mailbox, not yet started; `null` where a mail server is given. */
async function planMailbox(
  { smtpUrl, mailboxPort, port }: Settings,
  folder: DataFolder,
): Promise<LocalMailbox | null> {
  if (smtpUrl !== null) return null;
  return LocalMailbox.plan({
    port: mailboxPort,
    otherPorts: [port],
    folder: join(folder.path, 'mailbox'),
    log: join(folder.logs, 'mailbox.log'),
  });
}

/**
 * Starts everything that `npm start` stands for. What is wrong with the settings is found before anything is started.
 *
 * @throws StartError in one line; what was started by then, `shutdown` stops
 */
export async function runSystem(shutdown: Shutdown): Promise<RunningSystem> {
  const began = performance.now();
  const settings = readSettings(process.env);
  await checkPort(settings);
  const folder = openDataFolder(settings.dataDir);
  shutdown.add({ stop: folder.release });
  const mailbox = await planMailbox(settings, folder);
  if (mailbox) shutdown.add({ stop: () => mailbox.stop(), kill: () => mailbox.kill() });
  const [adminUrl] = await Promise.all([
    step('Starting the database', () => openDatabase(settings, folder, shutdown)),
    step('Building', build),
    mailbox?.start(),
  ]);
  const prepare = async () => {
    const done = await prepareData(adminUrl, folder.secret, settings.demo, process.env);
    for (const line of done) say(line);
  };
  await prepare();
  const plan = await makePlan(settings, folder, adminUrl, settings.smtpUrl ?? mailbox?.smtpUrl ?? '');
  const supervisor = new Supervisor(plan, folder.logs, (line) => process.stderr.write(`${line}\n`));
  shutdown.add({ stop: () => supervisor.stop(), kill: () => supervisor.kill() });
  await step('Starting the services', () => supervisor.start());
  writeSiteAddress(folder.path, settings.publicUrl);
  say(`Ready in ${seconds(began)}: open ${settings.publicUrl}`);
  if (settings.demo) for (const hint of signInHints(settings.publicUrl)) say(hint);
  if (mailbox) say(`Mail sent on this machine arrives at ${mailbox.url}`);
  say(`Data is kept in ${folder.path}, logs in ${folder.logs}. Ctrl-C stops everything.`);
  return { settings, supervisor, prepareData: prepare };
}

/** Whom a newcomer signs in as, who finds the demonstration data. */
function signInHints(publicUrl: string): string[] {
  const signIn = `${publicUrl}/members/sign-in?address=`;
  return [
    `Sign in as staff: ${signIn}${demoStaff}`,
    `Sign in as an officer of Rochdale, who books for colleagues and helps at a stand: ${signIn}${demoBooker}`,
  ];
}

/** Runs work that starts things; when it fails, all of that is stopped before the failure goes on. */
export async function withShutdown<Result>(work: (shutdown: Shutdown) => Promise<Result>): Promise<Result> {
  const shutdown = new Shutdown();
  shutdown.listen();
  try {
    return await work(shutdown);
  } catch (error) {
    // After Ctrl-C the failure is our own doing, and the process ends when all has stopped.
    if (shutdown.isStopping) return await new Promise<never>(() => {});
    await shutdown.stop();
    throw error;
  }
}
