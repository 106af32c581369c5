import fc from 'fast-check';
import { hashOfLinkSecret, isLinkSecret, LinkSecrets } from './link-secrets.js';

const links = new LinkSecrets<'booking' | 'delegate'>(
  'a secret of thirty-two characters',
  'links to bookings',
);
const thing = fc.constantFrom('booking' as const, 'delegate' as const);

describe('secrets in links', () => {
  it('are the same each time, and stand in an address as they are', () => {
    fc.assert(
      fc.property(thing, fc.uuid(), (kind, id) => {
        const secret = links.secretOf(kind, id);
        expect(isLinkSecret(secret)).toBe(true);
        expect(encodeURI(secret)).toBe(secret);
        expect(links.secretOf(kind, id)).toBe(secret);
        expect(hashOfLinkSecret(secret).toString('base64url')).not.toBe(secret);
      }),
    );
  });

  it('are another for each thing, each kind of thing and each installation', () => {
    const id = '01935a10-0000-7000-8000-000000000000';
    const other = new LinkSecrets('another secret of thirty-two letters', 'links to bookings');
    const secrets = [
      links.secretOf('booking', id),
      links.secretOf('delegate', id),
      new LinkSecrets('a secret of thirty-two characters', 'links to stands').secretOf('booking', id),
      links.secretOf('booking', id.replace('0000', '0001')),
      other.secretOf('booking', id),
    ];
    expect(new Set(secrets).size).toBe(secrets.length);
  });
});
