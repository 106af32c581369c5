import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '../apps.ts';
import { StartError } from '../start-error.ts';
import { Echo } from './echo.ts';
import { environmentOf, inheritedEnvironment, internalUrl, type Plan } from './environment.ts';
import { FollowedLog } from './log-file.ts';
import { startService, type ServiceProcess } from './process.ts';
import { untilAnswers } from './readiness.ts';

/** How long all services together may take to become ready, in milliseconds. */
const readyLimit = 60_000;

/** A service that stops so often before everything is ready will not come up. */
const attempts = 3;

/** One that has run so long is taken to be sound again, in milliseconds. */
const soundAfter = 60_000;

const longestPause = 30_000;

/** Logs reach us so much later at most, in milliseconds. */
const lateWords = 1000;

/** How long open requests may take to finish once stopping has begun, in milliseconds. */
const shellGrace = 4500;

/** The same for what is behind the shell, which by then has nothing left to answer. */
const serviceGrace = 1500;

/** One service, started again whenever it stops by itself. */
class Supervised {
  readonly app: App;
  readonly echo: Echo;
  readonly log: FollowedLog;
  process: ServiceProcess | null = null;
  /** How often it has stopped by itself since it was last sound. */
  failures = 0;
  /** Set while we are stopping it ourselves. */
  expected = false;

  constructor(app: App, logs: string, show: (line: string) => void) {
    this.app = app;
    const path = join(logs, `${app.name}.log`);
    const echo = new Echo(app.name, path, show);
    this.echo = echo;
    this.log = new FollowedLog(path, (text) => echo.hear(text));
  }
}

/** Runs every service, restarts those that stop, and stops them in order: the shell first. */
export class Supervisor {
  readonly #plan: Plan;
  readonly #show: (line: string) => void;
  readonly #services: readonly Supervised[];
  #stopping = false;
  #isUp = false;
  #showFrom = Number.POSITIVE_INFINITY;
  #hopeless: StartError | null = null;

  /**
   * @param logs the folder for a log of each service
   * @param show is given each line that somebody who watches should see
   */
  constructor(plan: Plan, logs: string, show: (line: string) => void) {
    this.#plan = plan;
    this.#show = show;
    // While they come up, services miss each other, which is of no interest; why one cannot start is told at the end.
    const showWhenUp = (line: string) => {
      if (performance.now() > this.#showFrom && !this.#stopping) show(line);
    };
    this.#services = plan.apps.map((app) => new Supervised(app, logs, showWhenUp));
  }

  /**
   * Starts all services and waits until all are ready.
   *
   * @throws StartError naming the service that is not
   */
  async start(): Promise<void> {
    for (const service of this.#services) this.#launch(service);
    await Promise.all(this.#services.map((service) => this.#ready(service, '/health/ready')));
    for (const service of this.#services) {
      if (service.app.name === 'shell') await this.#ready(service, '/health');
      service.failures = 0;
    }
    this.#isUp = true;
    this.#showFrom = performance.now() + lateWords;
  }

  async #ready({ app, echo, log }: Supervised, path: string): Promise<void> {
    const url = `${internalUrl(this.#plan, app.name)}${path}`;
    const ready = await untilAnswers(url, readyLimit, () => this.#stopping || this.#hopeless !== null);
    if (this.#hopeless) throw this.#hopeless;
    if (this.#stopping) throw new StartError(`${app.name} was stopped while it was starting.`);
    if (ready) return;
    const words = echo.lastWords ? ` It said last: ${echo.lastWords}` : '';
    throw new StartError(
      `${app.name} was not ready after ${readyLimit / 1000} s (${path}).${words} Its log: ${log.path}`,
    );
  }

  /** Starts services anew, as after a change of their code; resolves when they are ready. */
  async restart(names: readonly string[]): Promise<void> {
    const services = this.#services.filter(({ app }) => names.includes(app.name));
    await Promise.all(
      services.map(async (service) => {
        service.expected = true;
        await service.process?.stop(shellGrace);
        this.#launch(service);
        await this.#ready(service, '/health/ready');
      }),
    );
  }

  /** Lets open requests finish, the shell's first as they need the others, then ends everything. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const isShell = ({ app }: Supervised) => app.name === 'shell';
    const end = async (services: readonly Supervised[], grace: number) => {
      await Promise.all(services.map(async ({ process }) => process?.stop(grace)));
    };
    await end(this.#services.filter(isShell), shellGrace);
    await end(
      this.#services.filter((service) => !isShell(service)),
      serviceGrace,
    );
    for (const { log } of this.#services) log.close();
  }

  /** Ends everything at once. */
  kill(): void {
    this.#stopping = true;
    for (const { process } of this.#services) process?.signal('SIGKILL');
  }

  #launch(service: Supervised): void {
    if (this.#stopping) return;
    const { app, log } = service;
    const began = performance.now();
    const env = { ...inheritedEnvironment(process.env), ...environmentOf(this.#plan, app) };
    const started = startService(app.name, env, log.path);
    service.process = started;
    service.expected = false;
    void started.ended.then(async (how) => {
      log.catchUp();
      if (this.#stopping || service.expected) return;
      if (performance.now() - began > soundAfter) service.failures = 0;
      await this.#again(service, how);
    });
  }

  async #again(service: Supervised, how: string): Promise<void> {
    service.failures += 1;
    const { app, echo, log, failures } = service;
    if (failures >= attempts && !this.#isUp) {
      const words = echo.lastWords.replace(`${app.name} cannot start: `, '') || how;
      this.#hopeless = new StartError(`${app.name} cannot start: ${words} (more in ${log.path})`);
      return;
    }
    const pause = Math.min(longestPause, 250 * 2 ** (failures - 1));
    this.#show(`${app.name} stopped (${how}); starting it again in ${pause / 1000} s …`);
    await wait(pause, undefined, { ref: false });
    this.#launch(service);
  }
}
