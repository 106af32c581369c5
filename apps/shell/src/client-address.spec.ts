import { clientAddress } from './client-address.js';

const asked = (forwarded: string | undefined) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress: '10.0.0.1' },
});

describe('clientAddress', () => {
  it.each([
    ['the neighbour where no proxy is ours, whatever the client says', '192.0.2.1', 0, '10.0.0.1'],
    ['the last named behind one proxy', '203.0.113.9, 192.0.2.1', 1, '192.0.2.1'],
    ['the last but one behind two', '203.0.113.9, 192.0.2.1, 10.0.0.2', 2, '192.0.2.1'],
    ['the neighbour where the proxy named nobody', undefined, 1, '10.0.0.1'],
    ['the neighbour where fewer are named than there are proxies', '192.0.2.1', 2, '10.0.0.1'],
    ['not fooled by blanks', '192.0.2.1 ,, ', 1, '192.0.2.1'],
  ] as const)('is %s', (_, forwarded, proxies, address) => {
    expect(clientAddress(asked(forwarded), proxies)).toBe(address);
  });
});
