import { Cluster, Redis, type RedisOptions } from 'ioredis';

const pattern =
  /^(?<scheme>redis|rediss)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^/@?]+)(?:\/(?<path>[\w.-]*))?$/;

const hostPattern = /^(?:\[(?<v6>[0-9a-fA-F:.]+)\]|(?<host>[\w.-]+))(?::(?<port>\d{1,5}))?$/;

interface RedisAddress {
  readonly kind: 'single' | 'sentinel' | 'cluster';
  readonly hosts: readonly { readonly host: string; readonly port: number }[];
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly isEncrypted: boolean;
  /** A database's number, or the name under which sentinels know the master. */
  readonly path: string;
}

function readHost(text: string, defaultPort: number): { host: string; port: number } | null {
  const { v6, host = v6, port = String(defaultPort) } = hostPattern.exec(text)?.groups ?? {};
  return host === undefined || Number(port) > 65_535 ? null : { host, port: Number(port) };
}

function decoded(text: string | undefined): string | undefined {
  return text ? decodeURIComponent(text) : undefined;
}

/** Reads an address; `null` when it is none. */
function readRedisAddress(text: string): RedisAddress | null {
  const groups = pattern.exec(text)?.groups;
  if (!groups) return null;
  const kind = (groups['kind'] ?? 'single') as RedisAddress['kind'];
  const hosts = (groups['hosts'] ?? '')
    .split(',')
    .flatMap((host) => readHost(host, kind === 'sentinel' ? 26_379 : 6379) ?? []);
  const path = groups['path'] ?? '';
  if (hosts.length !== groups['hosts']?.split(',').length) return null;
  if (kind === 'single' && (hosts.length > 1 || !/^\d*$/.test(path))) return null;
  if (kind === 'sentinel' && path === '') return null;
  if (kind === 'cluster' && path !== '') return null;
  return {
    kind,
    hosts,
    username: decoded(groups['user']),
    password: decoded(groups['password']),
    isEncrypted: groups['scheme'] === 'rediss',
    path,
  };
}

/**
 * Whether `REDIS_URL` is an address that we understand: `redis://[user:password@]host[:port][/database]`,
 * `redis+sentinel://[user:password@]host[:port],…/<name of the master>` or `redis+cluster://[user:password@]host[:port],…`;
 * each also with `rediss` for TLS.
 */
export function isRedisAddress(text: string): boolean {
  return readRedisAddress(text) !== null;
}

/**
 * Connects in the background, and again whenever the connection is lost.
 *
 * @param retries how often a command is tried over a new connection; `null`: until it succeeds
 * @throws Error when it is no address
 */
export function connectRedis(text: string, retries: number | null): Redis | Cluster {
  const address = readRedisAddress(text);
  const [first] = address?.hosts ?? [];
  if (!address || !first) throw new Error('REDIS_URL is no address of Redis');
  const { username, password, kind, path } = address;
  const options: RedisOptions = {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(address.isEncrypted ? { tls: {} } : {}),
    maxRetriesPerRequest: retries,
    connectTimeout: 5000,
    disconnectTimeout: 500,
    retryStrategy: (times) => Math.min(1000, 50 * times),
  };
  if (kind === 'cluster') {
    return new Cluster([...address.hosts], { redisOptions: options, slotsRefreshTimeout: 5000 });
  }
  if (kind === 'sentinel') {
    // Without these two, TLS would silently be left out on the way to the sentinels and to the master they name.
    const encrypted = address.isEncrypted ? { sentinelTLS: {}, enableTLSForSentinelMode: true } : {};
    return new Redis({ ...options, ...encrypted, sentinels: [...address.hosts], name: path });
  }
  return new Redis({ ...options, ...first, db: Number(path) });
}
