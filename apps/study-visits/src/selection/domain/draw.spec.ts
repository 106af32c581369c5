import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { drawCommand, drawHash, drawOrder } from './draw.js';

const codes = fc.uniqueArray(fc.stringMatching(/^[2-9A-HJ-NP-Z]{6}$/), { maxLength: 12 });
const seeds = fc.stringMatching(/^[0-9a-f]{32}$/);

/** The draw once more, with the browser’s cryptography and a tree to sort by, to see that it is what is said of it. */
async function drawnAgain(seed: string, wanted: readonly string[]): Promise<readonly string[]> {
  const found: Record<string, string> = {};
  for (const code of wanted) {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode([seed, code].join(':')));
    found[Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')] = code;
  }
  const rest = Object.keys(found);
  const order: string[] = [];
  while (rest.length > 0) {
    const least = rest.reduce((smallest, hash) =>
      BigInt(`0x${hash}`) < BigInt(`0x${smallest}`) ? hash : smallest,
    );
    rest.splice(rest.indexOf(least), 1);
    order.push(found[least] ?? '');
  }
  return order;
}

describe('the draw', () => {
  it('is the SHA-256 of seed, colon and code', () => {
    // Taken with: printf '%s' 'emilia:K7Q2MX' | sha256sum
    expect(drawHash('emilia', 'K7Q2MX')).toBe(
      'a6095f09478f660943625b9ca7ec5cea3149f191648530c1fb82a400669d3425',
    );
  });

  it('comes out the same in a second implementation', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, codes, async (seed, wanted) => {
        const order = drawOrder(seed, wanted).map(({ code }) => code);
        expect(order).toEqual(await drawnAgain(seed, wanted));
      }),
    );
  });

  it('comes out the same whatever the order in which the applications came', () => {
    fc.assert(
      fc.property(seeds, codes, (seed, wanted) => {
        expect(drawOrder(seed, wanted.toReversed())).toEqual(drawOrder(seed, wanted));
      }),
    );
  });

  it('can be repeated by anybody in a shell', () => {
    const seed = '00112233445566778899aabbccddeeff';
    const wanted = ['K7Q2MX', 'ABCDEF', 'ZZ2345', 'P9P9P9'];
    const command = drawCommand(seed).replace('< codes.txt', '');
    const out = execFileSync('sh', ['-c', command], { input: `${wanted.join('\n')}\n`, encoding: 'utf8' });
    const lines = drawOrder(seed, wanted).map(({ hash, code }) => `${hash}  ${code}`);
    expect(out.trim().split('\n')).toEqual(lines);
  });
});
