import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { completeMail } from './complete-mail.js';
import { darkMail, lightMail } from './mail-colours.js';
import { MailButton, MailCode, MailHeading, MailLink, MailSmallPrint, MailText } from './mail-blocks.js';
import { renderMail, type Mail } from './render-mail.js';

const link = 'https://events.example.org/members/sign-in/0123456789abcdef?a=1&b=2';

function mail(change: Partial<Mail> = {}): Mail {
  return {
    subject: 'Sign in to Network events',
    title: 'Sign in',
    preview: 'The link works for 15 minutes.',
    body: (
      <>
        <MailText>
          Hello <strong>Sam</strong>, see <MailLink href="https://example.org/a">the rules</MailLink>.
        </MailText>
        <MailButton href={link}>Sign in</MailButton>
        <MailHeading>On another device</MailHeading>
        <MailCode label="Your code" code="K7P 2QX" />
        <MailSmallPrint>If you did not ask for it, leave it be.</MailSmallPrint>
      </>
    ),
    why: 'You get this mail because somebody, probably you, asked to sign in with this address.',
    siteUrl: 'https://events.example.org',
    ...change,
  };
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function elements(node: Node): Element[] {
  const inside = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...inside] : inside;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

function words(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(words).join('') : '';
}

describe('a mail in HTML', () => {
  const all = elements(parse(renderMail(mail()).html));

  test('names its language and its title', () => {
    expect(all.find(({ tagName }) => tagName === 'html')?.attrs).toContainEqual({
      name: 'lang',
      value: 'en-GB',
    });
    expect(all.filter(({ tagName }) => tagName === 'h1').map(words)).toEqual(['Sign in']);
    expect(all.filter(({ tagName }) => tagName === 'title').map(words)).toEqual([
      'Sign in to Network events',
    ]);
  });

  test('uses tables for layout alone', () => {
    const tables = all.filter(({ tagName }) => tagName === 'table');
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) expect(attribute(table, 'role')).toBe('presentation');
  });

  test('shows the button’s address in full beside the button', () => {
    const links = all.filter((each) => attribute(each, 'href') === link).map(words);
    expect(links).toEqual(['Sign in', link]);
  });

  test('takes nothing from elsewhere and runs nothing', () => {
    const { html } = renderMail(mail());
    expect(
      all.filter(({ tagName }) => ['script', 'img', 'link', 'iframe', 'form'].includes(tagName)),
    ).toEqual([]);
    expect(html).not.toMatch(/url\(|@import/);
  });

  test('says that it knows light and dark', () => {
    const { html } = renderMail(mail());
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme:dark)');
    // Whatever has a colour of its own has a dark one too.
    for (const each of all) {
      const style = attribute(each, 'style') ?? '';
      const classes = attribute(each, 'class') ?? '';
      if (/(?:^|;)color:/.test(style)) expect(classes).toMatch(/m-text-/);
      if (/background-color:/.test(style)) expect(classes).toMatch(/m-ground-/);
    }
  });

  test('says why it was sent and by whom', () => {
    const text = words(parse(renderMail(mail()).html));
    expect(text).toContain('You get this mail because somebody');
    expect(text).toContain('Co-operative Councils’ Innovation Network');
  });

  test('is small', () => {
    expect(renderMail(mail()).html.length).toBeLessThan(6000);
    const long = <MailText>{'word '.repeat(15_000)}</MailText>;
    expect(() => renderMail(mail({ body: long }))).toThrow('too large');
  });
});

describe('a mail in plain text', () => {
  test('says the same', () => {
    expect(completeMail(renderMail(mail()), {}).text).toBe(`Sign in

Hello Sam, see the rules (https://example.org/a).

Sign in:
${link}

On another device

Your code:

    K7P 2QX

If you did not ask for it, leave it be.

------------------------

You get this mail because somebody, probably you, asked to sign in with
this address.

Co-operative Councils’ Innovation Network
https://events.example.org
`);
  });

  test('has short lines, and addresses whole', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1 }), (parts) => {
        const { text } = renderMail(mail({ body: <MailText>{parts.join(' ')}</MailText> }));
        for (const line of text.split('\n')) expect(line.length <= 78 || !line.includes(' ')).toBe(true);
      }),
    );
    const long = `https://example.org/${'a'.repeat(200)}`;
    expect(renderMail(mail({ body: <MailButton href={long}>Go</MailButton> })).text).toContain(`\n${long}\n`);
  });

  test('loses nothing that stands between blocks, but refuses it', () => {
    for (const body of [
      'words',
      <p key="p">words</p>,
      <MailText key="t">
        <img alt="" />
      </MailText>,
    ]) {
      expect(() => renderMail(mail({ body }))).toThrow(/mail/);
    }
  });

  test('takes blocks from components', () => {
    const Greeting = ({ name }: { readonly name: string }) => <MailText>Hello {name},</MailText>;
    expect(renderMail(mail({ body: <Greeting name="Sam" /> })).text).toContain('\n\nHello Sam,\n\n');
  });
});

describe('what somebody typed', () => {
  test('adds no element and no line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (typed, other) => {
        const hostile = `<script>alert(1)</script>"'\n\nFrom us:\n${typed}</p></td></table>${other}`;
        const plain = renderMail(mail({ body: <MailText>Hello Sam</MailText> }));
        const attacked = renderMail(
          mail({
            body: <MailText>Hello {hostile}</MailText>,
            title: 'Sign in',
            preview: hostile,
            why: hostile,
          }),
        );
        const shape = (html: string) => elements(parse(html)).map(({ tagName }) => tagName);
        expect(shape(attacked.html)).toEqual(shape(plain.html));
        expect(attacked.text).not.toMatch(/^From us:/m);
        expect(attacked.text.split('\n\n').length).toBe(plain.text.split('\n\n').length);
      }),
    );
  });

  test.each(['Sign in\r\nBcc: all@example.org', 'Sign in\nX: y', 'a\rb', 'a\0b', 'a\u2028b', 'a\u0085b'])(
    'cannot put a header behind the subject: %j',
    (subject) => {
      expect(() => renderMail(mail({ subject }))).toThrow('one line');
    },
  );

  test('a subject there is, and it is sent as it is', () => {
    expect(() => renderMail(mail({ subject: '  ' }))).toThrow('has a subject');
    expect(renderMail(mail({ subject: 'Your visit to Ynys Môn – “£5”' })).subject).toBe(
      'Your visit to Ynys Môn – “£5”',
    );
  });

  test.each(['javascript:alert(1)', '/members', 'https://example.org/ x', 'https://example.org/\nx'])(
    'leads nowhere but to the web: %j',
    (href) => {
      expect(() => renderMail(mail({ body: <MailButton href={href}>Go</MailButton> }))).toThrow(
        'web addresses',
      );
      const inline = (
        <MailText>
          <MailLink href={href}>Go</MailLink>
        </MailText>
      );
      expect(() => renderMail(mail({ body: inline }))).toThrow('web addresses');
    },
  );
});

test('the colours are those of the pages, whose contrast is measured', () => {
  const source = readFileSync(new URL('../styles/_colours.scss', import.meta.url), 'utf8');
  const [light = '', dark = ''] = source.split(/@media [^{]+\{/);
  for (const [palette, scheme] of [
    [lightMail, light],
    [darkMail, dark],
  ] as const) {
    for (const [name, hex] of Object.entries(palette)) expect(scheme).toContain(`--cn-${name}: ${hex};`);
  }
});

describe('what a mail says for programs', () => {
  const reservation = {
    '@type': 'FlightReservation',
    reservationNumber: '</script><script>alert(1)</script>',
  };

  test('stands in its head as data that nothing in it can end', () => {
    const scripts = elements(parse(renderMail(mail({ jsonLd: [reservation] })).html)).filter(
      ({ tagName }) => tagName === 'script',
    );
    expect(scripts.map((script) => attribute(script, 'type'))).toEqual(['application/ld+json']);
    expect(JSON.parse(scripts.map(words).join(''))).toEqual(reservation);
  });

  test('is nothing unless it is given', () => {
    expect(renderMail(mail()).html).not.toContain('<script');
  });
});
