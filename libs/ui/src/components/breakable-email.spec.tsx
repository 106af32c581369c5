import { renderToString } from 'preact-render-to-string';
import { BreakableEmail } from './breakable-email.js';

describe('an email address in a narrow column', () => {
  it.each([
    ['ada@example.org', '<bdi>ada<wbr/>@example.org</bdi>'],
    ['"a@b"@example.org', '<bdi>&quot;a@b&quot;<wbr/>@example.org</bdi>'],
    ['no address', '<bdi><wbr/>no address</bdi>'],
  ])('breaks before its last @: %s', (address, html) => {
    expect(renderToString(<BreakableEmail address={address} />)).toBe(html);
  });
});
