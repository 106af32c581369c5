import { describe, expect, it } from '@jest/globals';
import { Cluster, Redis } from 'ioredis';
import { connectRedis, isRedisAddress } from './redis-address.js';

/** What the client was made of; it is let go at once. */
function optionsOf(address: string) {
  const client = connectRedis(address, 1);
  client.on('error', () => undefined);
  client.disconnect();
  return client;
}

describe('an address of Redis', () => {
  it.each([
    'redis://localhost',
    'redis://localhost:6379/0',
    'rediss://user:p%40ss@redis.example.org:6380/2',
    'redis://:password@127.0.0.1',
    'redis://[::1]:6379',
    'redis+sentinel://one:26379,two:26379,three/events',
    'rediss+cluster://user:password@one:7000,two:7001',
  ])('may be %s', (address) => {
    expect(isRedisAddress(address)).toBe(true);
  });

  it.each([
    '',
    'localhost:6379',
    'http://localhost:6379',
    'redis://',
    'redis://one,two',
    'redis://localhost:99999',
    'redis://localhost/events',
    'redis+sentinel://one:26379',
    'redis+cluster://one:7000/1',
    'redis+cluster://one:7000,,two',
  ])('is not %j', (address) => {
    expect(isRedisAddress(address)).toBe(false);
    expect(() => connectRedis(address, 1)).toThrow('REDIS_URL is no address of Redis');
  });

  it('says where a single server is', () => {
    const { options } = optionsOf('rediss://user:p%40ss@redis.example.org:6380/2') as Redis;
    expect(options).toMatchObject({
      host: 'redis.example.org',
      port: 6380,
      db: 2,
      username: 'user',
      password: 'p@ss',
      tls: {},
      maxRetriesPerRequest: 1,
    });
  });

  it('says who knows the server, or which servers there are', () => {
    const { options } = optionsOf('redis+sentinel://:password@one,two:26380/events') as Redis;
    expect(options).toMatchObject({
      sentinels: [
        { host: 'one', port: 26_379 },
        { host: 'two', port: 26_380 },
      ],
      name: 'events',
      password: 'password',
    });
    expect(optionsOf('redis+cluster://one:7000,two:7001')).toBeInstanceOf(Cluster);
  });

  it('asks the sentinels, and the server that they name, for TLS when it shall be encrypted', () => {
    const encrypted = { tls: {}, sentinelTLS: {}, enableTLSForSentinelMode: true };
    expect(optionsOf('rediss+sentinel://one/events').options).toMatchObject(encrypted);
    expect(optionsOf('redis+sentinel://one/events').options).not.toMatchObject(encrypted);
  });
});
