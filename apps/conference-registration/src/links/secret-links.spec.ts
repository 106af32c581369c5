import fc from 'fast-check';
import { hashOfSecret, isSecret } from '../secrets.js';
import { SecretLinks } from './secret-links.js';

const links = new SecretLinks({ LINK_SECRET: 'a secret of thirty-two characters' });
const thing = fc.constantFrom('booking' as const, 'delegate' as const, 'guest' as const, 'waiting' as const);

describe('secrets in links', () => {
  it('are the same each time, and stand in an address as they are', () => {
    fc.assert(
      fc.property(thing, fc.uuid(), (kind, id) => {
        const secret = links.secretOf(kind, id);
        expect(isSecret(secret)).toBe(true);
        expect(encodeURI(secret)).toBe(secret);
        expect(links.secretOf(kind, id)).toBe(secret);
        expect(hashOfSecret(secret).toString('base64url')).not.toBe(secret);
      }),
    );
  });

  it('are another for each thing, each kind of thing and each installation', () => {
    const id = '01935a10-0000-7000-8000-000000000000';
    const other = new SecretLinks({ LINK_SECRET: 'another secret of thirty-two letters' });
    const secrets = [
      links.secretOf('booking', id),
      links.secretOf('delegate', id),
      links.secretOf('guest', id),
      links.secretOf('waiting', id),
      links.secretOf('booking', id.replace('0000', '0001')),
      other.secretOf('booking', id),
    ];
    expect(new Set(secrets).size).toBe(secrets.length);
  });
});
