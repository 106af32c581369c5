import fc from 'fast-check';
import { checkEmailDomain, checkEmailDomains } from './email-domains.js';

const codeOf = (text: string) => {
  const checked = checkEmailDomain(text);
  return checked.ok ? checked.value : checked.problems[0]?.code;
};

it.each([
  [' Rochdale.GOV.uk ', 'rochdale.gov.uk'],
  ['@rochdale.gov.uk', 'rochdale.gov.uk'],
  ['jo@rochdale.gov.uk', 'rochdale.gov.uk'],
  ['rochdale.gov.uk.', 'rochdale.gov.uk'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
])('%s is kept as %s', (text, domain) => {
  expect(codeOf(text)).toBe(domain);
});

it.each(['Gmail.com', 'jo@outlook.com', 'gov.uk', 'nhs.net', '@co.uk.', 'Yahoo.co.UK'])(
  'anybody may have an address at %s',
  (text) => {
    expect(codeOf(text)).toBe('public-domain');
  },
);

it.each([
  'rochdale',
  'https://rochdale.gov.uk',
  'rochdale.gov.uk/contact',
  'rochdale .gov.uk',
  '127.0.0.1',
  '-rochdale.gov.uk',
  'roch_dale.gov.uk',
  'rochdale..uk',
  `${'a'.repeat(64)}.uk`,
  `${'abcdefgh.'.repeat(30)}uk`,
  'rochdale.gov.uk:25',
])('%s is no domain', (text) => {
  expect(codeOf(text)).toBe('not-a-domain');
});

it('what is accepted is lower-case ASCII and accepted again as it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.domain(), fc.string()), (text) => {
      const checked = checkEmailDomain(text);
      if (!checked.ok) return;
      expect(checked.value).toMatch(/^[a-z0-9.-]+$/);
      expect(checkEmailDomain(checked.value)).toEqual(checked);
    }),
  );
});

it('domains are sorted, without doubles, and not too many', () => {
  expect(checkEmailDomains(['b.org', '', 'A.org', 'b.org'])).toEqual({ ok: true, value: ['a.org', 'b.org'] });
  const many = Array.from({ length: 21 }, (_, index) => `a${index}.org`);
  expect(checkEmailDomains(many)).toMatchObject({ problems: [{ code: 'too-many' }] });
});
