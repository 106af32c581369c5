import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  apps,
  environmentOf,
  freePort,
  inheritedEnvironment,
  internalUrl,
  startService,
  untilAnswers,
  type Plan,
  type ServiceProcess,
} from '#launcher';
import type { Part } from './parts.ts';

/** One that ends by itself is started again after so long, in milliseconds. */
const pause = 300;

/** How long a service may take until it is ready, in milliseconds. */
const readyLimit = 90_000;

interface ReplicaSettings {
  readonly app: string;
  readonly url: string;
  /** The file that all it writes is added to. */
  readonly log: string;
  /** The whole environment. */
  readonly env: NodeJS.ProcessEnv;
}

/** One replica of an app's service, started again when it ends by itself, as a supervisor would. */
export class Replica implements Part {
  readonly name: string;
  /** How often it ended although nobody killed it, as when it could not reach the database at its start. */
  endedByItself = 0;
  readonly #settings: ReplicaSettings;
  #process: ServiceProcess | null = null;
  #isWanted = false;

  constructor(name: string, settings: ReplicaSettings) {
    this.name = name;
    this.#settings = settings;
  }

  readonly revive = async (): Promise<void> => {
    this.#isWanted = true;
    this.#start();
  };

  readonly kill = async (): Promise<void> => {
    this.#isWanted = false;
    this.#process?.signal('SIGKILL');
    await this.#process?.ended;
  };

  readonly stop = async (): Promise<void> => {
    this.#isWanted = false;
    await this.#process?.stop(6000);
  };

  /** @throws Error when it does not become ready */
  async ready(): Promise<void> {
    const { url, log } = this.#settings;
    if (await untilAnswers(`${url}/health/ready`, readyLimit, () => false)) return;
    throw new Error(`${this.name} did not become ready:\n${readFileSync(log, 'utf8').slice(-4000)}`);
  }

  #start(): void {
    const { app, env, log } = this.#settings;
    const started = startService(app, env, log);
    this.#process = started;
    void started.ended.then(async () => {
      if (!this.#isWanted || this.#process !== started) return;
      this.endedByItself += 1;
      await wait(pause);
      if (this.#isWanted && this.#process === started) this.#start();
    });
  }
}

/** Apps that run twice: what they do, two processes may do at once. */
const doubled = new Set(['events-calendar', 'mailer']);

/**
 * The system's services, not yet started. Requests go to the first replica of each; the second sends, delivers and handles.
 *
 * @param folder for the logs
 * @param env over what the launcher sets
 */
export async function replicasOf(
  plan: Plan,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<Replica[]> {
  const replicas: Replica[] = [];
  for (const app of apps) {
    for (const number of doubled.has(app.name) ? [1, 2] : [1]) {
      const name = doubled.has(app.name) ? `${app.name} ${number}` : app.name;
      const ports = number === 1 ? plan.ports : new Map([...plan.ports, [app.name, await freePort()]]);
      const own = { ...plan, ports };
      replicas.push(
        new Replica(name, {
          app: app.name,
          url: internalUrl(own, app.name),
          log: join(folder, `${name.replace(' ', '-')}.log`),
          env: { ...inheritedEnvironment(process.env), ...environmentOf(own, app), ...env },
        }),
      );
    }
  }
  return replicas;
}
