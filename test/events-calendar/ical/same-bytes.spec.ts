import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { strictCheck } from './strict-check.js';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The feed as a server in that time zone writes it. */
function feedUnder(zone: string): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', here('./source-loader.mjs'), here('./print-feed.ts')],
    { env: { ...process.env, TZ: zone, NODE_OPTIONS: '' }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

describe('the same events', () => {
  it('are the same bytes under any server’s time zone', () => {
    const feed = feedUnder('UTC');
    expect(strictCheck(feed)).toEqual([]);
    expect(feed.match(/^BEGIN:VEVENT/gmu)).toHaveLength(7);
    for (const zone of ['Europe/London', 'Pacific/Auckland', 'America/St_Johns'])
      expect(feedUnder(zone)).toBe(feed);
  });
});
