import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort, startRedis, type ThrowAwayRedis } from '#launcher';
import { until } from '../until.js';

const host = '127.0.0.1';

/** The name under which the sentinel knows the master. */
const masterName = 'events';

/** How many slots the keys of a cluster fall into. */
const slots = 16_384;

/** One Redis server, and a connection on which to give it orders. */
interface RedisServer extends Pick<ThrowAwayRedis, 'crash' | 'remove'> {
  readonly port: number;
  readonly client: Redis;
}

/** Has a server say something about itself. */
async function says(server: RedisServer, command: string, section: string, words: RegExp): Promise<boolean> {
  return words.test(String(await server.client.call(command, section)));
}

/** Redis servers (7 or newer) of a test's own, in a folder of their own; `stop` ends them, however far they came. */
export class RedisServers {
  private readonly folder = mkdtempSync(join(tmpdir(), 'redis-'));
  private readonly running: RedisServer[] = [];

  /** @param settings of the server in this folder */
  private async start(settings: (folder: string) => readonly string[]): Promise<RedisServer> {
    const port = await freePort();
    const folder = join(this.folder, String(port));
    mkdirSync(folder);
    const server = await startRedis(port, [...settings(folder), '--dir', folder]);
    const client = new Redis({ host, port, enableReadyCheck: false, disconnectTimeout: 100 });
    client.on('error', () => undefined);
    const started = { ...server, port, client };
    this.running.push(started);
    return started;
  }

  /** Three masters that share the slots. */
  async startCluster(): Promise<RedisCluster> {
    const buses = await Promise.all([1, 2, 3].map(freePort));
    const nodes = await Promise.all(
      buses.map((bus) =>
        this.start(() =>
          ['--cluster-enabled', 'yes', '--cluster-announce-ip', host].concat('--cluster-port', String(bus)),
        ),
      ),
    );
    const share = Math.ceil(slots / nodes.length);
    for (const [index, { client }] of nodes.entries()) {
      const last = Math.min(slots, share * (index + 1)) - 1;
      await client.call('CLUSTER', 'SET-CONFIG-EPOCH', index + 1);
      await client.call('CLUSTER', 'ADDSLOTSRANGE', share * index, last);
    }
    const [first] = nodes;
    for (const [index, { port }] of nodes.entries()) {
      if (index > 0) await first?.client.call('CLUSTER', 'MEET', host, port, buses[index] ?? 0);
    }
    const isWhole = /cluster_state:ok[^]*cluster_slots_ok:16384[^]*cluster_known_nodes:3/;
    for (const node of nodes) await until(() => says(node, 'CLUSTER', 'INFO', isWhole), 30_000);
    const hosts = nodes.map(({ port }) => `${host}:${port}`).slice(0, 2);
    return { url: `redis+cluster://${hosts.join(',')}`, masters: nodes.map(({ client }) => client) };
  }

  /** A master, its replica, and a sentinel that watches both. */
  async startWatched(): Promise<WatchedRedis> {
    const atOnce = ['--repl-diskless-sync-delay', '0'];
    const master = await this.start(() => atOnce);
    const replica = await this.start(() => [...atOnce, '--replicaof', host, String(master.port)]);
    await until(() => says(replica, 'INFO', 'replication', /master_link_status:up/), 30_000);
    const sentinel = await this.start((folder) => {
      const file = join(folder, 'sentinel.conf');
      const settings = [
        `monitor ${masterName} ${host} ${master.port} 1`,
        // Slow to give a server up: on a busy machine it may well be silent for a while.
        `down-after-milliseconds ${masterName} 60000`,
        `failover-timeout ${masterName} 5000`,
      ];
      writeFileSync(file, settings.map((setting) => `sentinel ${setting}\n`).join(''));
      return [file, '--sentinel'];
    });
    await until(() => says(sentinel, 'INFO', 'sentinel', /name=events,status=ok,.*slaves=1/), 30_000);
    return {
      url: `redis+sentinel://${host}:${sentinel.port}/${masterName}`,
      masters: [master.client],
      replica: replica.client,
      partReplica: async () => {
        await replica.client.config('SET', 'masteruser', 'nobody');
        await replica.client.config('SET', 'masterauth', 'nothing');
        await replica.client.call('CLIENT', 'KILL', 'TYPE', 'master');
        await until(() => says(master, 'INFO', 'replication', /connected_slaves:0/));
      },
      failOver: async () => {
        await master.crash();
        await sentinel.client.call('SENTINEL', 'SET', masterName, 'down-after-milliseconds', 2000);
        await until(() => says(replica, 'INFO', 'replication', /role:master/), 60_000);
      },
    };
  }

  async stop(): Promise<void> {
    for (const { client } of this.running) client.disconnect();
    await Promise.all(this.running.map(({ crash }) => crash()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Servers that play one Redis together. */
export interface RedisCluster {
  readonly url: string;
  readonly masters: readonly Redis[];
}

export interface WatchedRedis extends RedisCluster {
  readonly replica: Redis;
  /** From now on the replica gets nothing more from the master. */
  partReplica(this: void): Promise<void>;
  /** Kills the master with SIGKILL, and waits until the replica has taken its place. */
  failOver(this: void): Promise<void>;
}
