import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultTreeAdapter, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { chromeSchema } from './chrome.js';
import { renderChrome } from './render-chrome.js';
import type { ChromeContent } from './render-chrome.js';
import { accountSlot, fillHeader } from './slots.js';

const content: ChromeContent = {
  networkName: 'Network events',
  navigation: [
    { section: 'calendar', label: 'Calendar', href: '/calendar' },
    { section: 'members', label: 'Members', href: '/members' },
  ],
  signIn: '/members/sign-in',
  footerLinks: [{ label: 'Accessibility', href: '/accessibility' }],
  footerText: 'Run by its members.',
  assets: { stylesheet: '/assets/ui-1.css', forms: '/assets/forms-1.js', favicon: '/assets/favicon-1.svg' },
};

/** The elements and attributes of some markup, without its texts. */
function tags(html: string): unknown {
  const within = (node: DefaultTreeAdapterTypes.ParentNode): unknown =>
    node.childNodes.flatMap((child) =>
      defaultTreeAdapter.isTextNode(child)
        ? []
        : [
            {
              name: child.nodeName,
              attributes: 'attrs' in child && child.attrs,
              within: 'childNodes' in child && within(child),
            },
          ],
    );
  return within(parseFragment(html));
}

const nobody = { account: null, signIn: null, section: null, isSectionHome: false };

describe('the chrome', () => {
  test('is what services accept', () => {
    const chrome = renderChrome(content);
    expect(chromeSchema.parse(JSON.parse(JSON.stringify(chrome)))).toEqual(chrome);
  });

  test('has another version whenever something in it differs, and only then', () => {
    const { version } = renderChrome(content);
    expect(renderChrome({ ...content }).version).toBe(version);
    const others = [
      renderChrome({ ...content, networkName: 'Another' }),
      renderChrome({ ...content, navigation: content.navigation.slice(1) }),
      renderChrome({ ...content, signIn: null }),
      renderChrome({ ...content, footerText: null }),
      renderChrome({ ...content, assets: { ...content.assets, stylesheet: '/assets/ui-2.css' } }),
    ].map((chrome) => chrome.version);
    expect(new Set([version, ...others]).size).toBe(6);
  });

  test('shows only the apps that there are', () => {
    expect(renderChrome({ ...content, navigation: [] }).header).not.toContain('<nav');
    expect(renderChrome(content).header.match(/<li/g)).toHaveLength(2);
  });

  test.each([
    '//elsewhere.example/x.css',
    'https://elsewhere.example/x.css',
    '/\\elsewhere.example',
    'javascript:1',
  ])('is refused by services when it leads elsewhere: %s', (address) => {
    const chrome = renderChrome(content);
    expect(chromeSchema.safeParse({ ...chrome, stylesheets: [address] }).success).toBe(false);
    expect(chromeSchema.safeParse({ ...chrome, signIn: address }).success).toBe(false);
  });
});

describe('the header’s slots', () => {
  const { header } = renderChrome(content);

  test('nobody is offered a sign-in that is not there', () => {
    expect(fillHeader(header, nobody)).not.toContain('cn-account');
  });

  test('a visitor may sign in', () => {
    const filled = fillHeader(header, { ...nobody, signIn: '/members/sign-in' });
    expect(filled).toContain('<div class="cn-account"><a href="/members/sign-in">Sign in</a></div>');
    expect(filled).not.toContain(accountSlot);
  });

  test('a person sees their name, as plain text', () => {
    const account = { name: 'Ada $& <script>', href: '/members/me', signOut: '/members/out?a="b' };
    const filled = fillHeader(header, { ...nobody, signIn: '/members/sign-in', account });
    expect(filled).toContain('</span>Ada $&amp; &lt;script&gt;</a>');
    expect(filled).toContain('href="/members/me"');
    expect(filled).not.toContain('Sign in');
    expect(filled).toContain('<form method="post" action="/members/out?a=&quot;b"><button');
  });

  test('the current section is marked once, as the page itself or as its part', () => {
    const within = fillHeader(header, { ...nobody, section: 'members' });
    expect(within.match(/aria-current="[a-z]+"/g)).toEqual(['aria-current="true"']);
    expect(within).toContain('href="/members" data-section="members" aria-current="true"');
    const home = fillHeader(header, { ...nobody, section: 'calendar', isSectionHome: true });
    expect(home).toContain('data-section="calendar" aria-current="page"');
    expect(fillHeader(header, { ...nobody, section: 'stands' })).not.toContain('aria-current');
  });

  test('no text of the navigation, name or person can make an element, an attribute or a slot', () => {
    const nasty = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom(
        accountSlot,
        '" data-section="calendar"',
        '"><script>',
        'data-section="calendar"',
        "'><img>",
      ),
    );
    const account = { name: 'A', href: '/members/account', signOut: '/members/sign-out' };
    const filling = { ...nobody, section: 'calendar', account };
    const plain = tags(fillHeader(header, filling));
    fc.assert(
      fc.property(nasty, nasty, nasty, (networkName, label, name) => {
        const [calendar, ...others] = content.navigation;
        if (calendar === undefined) throw new Error('no navigation');
        const forged = renderChrome({
          ...content,
          networkName,
          navigation: [{ ...calendar, label }, ...others],
        });
        expect(tags(fillHeader(forged.header, { ...filling, account: { ...account, name } }))).toEqual(plain);
      }),
    );
  });
});
