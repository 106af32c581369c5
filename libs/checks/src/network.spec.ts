import fc from 'fast-check';
import { networkOf } from './network.js';

describe('networkOf', () => {
  it.each([
    ['192.0.2.17', { site: '192.0.2.17', range: null, words: '192.0.2.x' }],
    ['::ffff:192.0.2.17', { site: '192.0.2.17', range: null, words: '192.0.2.x' }],
    ['::ffff:c000:211', { site: '192.0.2.17', range: null, words: '192.0.2.x' }],
    ['127.0.0.1', { site: '127.0.0.1', range: null, words: 'this computer' }],
    ['2001:db8:1:2ff::1', { site: '2001:0db8:0001:02', range: '2001:0db8:0001', words: '2001:db8:1:…' }],
    ['2001:DB8:1:200:1:2:3:4', { site: '2001:0db8:0001:02', range: '2001:0db8:0001', words: '2001:db8:1:…' }],
    ['::1', { site: '0000:0000:0000:00', range: '0000:0000:0000', words: 'this computer' }],
    ['fe80::1%eth0', { site: 'fe80:0000:0000:00', range: 'fe80:0000:0000', words: 'fe80:0:0:…' }],
  ])('of %s', (address, network) => {
    expect(networkOf(address)).toEqual(network);
  });

  it.each([
    undefined,
    '',
    'localhost',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.017',
    '192.0.2.1, 192.0.2.2',
    '2001:db8::1::2',
    '12345::',
    '::1]/[::2',
    '::1]@[::2',
  ])('of %j is one that all share', (address) => {
    expect(networkOf(address)).toEqual({ site: 'unknown', range: null, words: 'an unknown network' });
  });

  it('of an IPv6 address depends on its first 56 bits alone, however it is written', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    const written = (groups: readonly number[]) => groups.map((each) => each.toString(16)).join(':');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 0xffff }),
        fc.array(group, { minLength: 7, maxLength: 7 }),
        fc.array(group, { minLength: 4, maxLength: 4 }),
        (first, others, last) => {
          const groups = [first, ...others];
          const { site } = networkOf(written(groups));
          expect(networkOf(new URL(`http://[${written(groups)}]`).hostname.slice(1, -1)).site).toBe(site);
          const fourth = ((groups[3] ?? 0) & 0xff00) | ((last[0] ?? 0) & 0xff);
          expect(networkOf(written([...groups.slice(0, 3), fourth, ...last])).site).toBe(site);
          expect(networkOf(written([...groups.slice(0, 3), fourth ^ 0x100, ...last])).site).not.toBe(site);
        },
      ),
    );
  });
});
