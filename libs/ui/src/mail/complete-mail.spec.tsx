import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { completeMail } from './complete-mail.js';
import { MailCode, MailText } from './mail-blocks.js';
import { renderMail, type Mail } from './render-mail.js';

const stopUrl = 'https://events.example.org/mail/unsubscribe/abc.def-_';
const notice = 'This mail comes late: it was due on Tuesday 1 October 2019, 10am.';

function mail(change: Partial<Mail> = {}) {
  return renderMail({
    subject: 'New place: Annual Conference 2027',
    title: 'New place',
    preview: 'It is in Cardiff now.',
    body: <MailText>It is in Cardiff now.</MailText>,
    why: 'You get this mail because you follow the event.',
    siteUrl: 'https://events.example.org',
    ...change,
  });
}

function words(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(words).join('\n') : '';
}

describe('a mail that is complete', () => {
  test('leaves no trace of places with nothing to say', () => {
    const { html, text } = completeMail(mail(), {});
    expect(html).not.toContain('<!--');
    expect(text).toBe(`New place

It is in Cardiff now.

------------------------

You get this mail because you follow the event.

Co-operative Councils’ Innovation Network
https://events.example.org
`);
  });

  test('says its notice first, and how to end such mails at its foot', () => {
    const { html, text } = completeMail(mail(), { notice, stopUrl });
    expect(text).toBe(`New place

This mail comes late: it was due on Tuesday 1 October 2019, 10am.

It is in Cardiff now.

------------------------

You get this mail because you follow the event.

Stop these mails:
${stopUrl}

Co-operative Councils’ Innovation Network
https://events.example.org
`);
    const said = words(parse(html)).split('\n').filter(Boolean);
    const order = [
      'New place',
      notice,
      'It is in Cardiff now.',
      'Stop these mails',
      'https://events.example.org',
    ];
    const places = order.map((each) => said.lastIndexOf(each));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(html).toContain(`href="${stopUrl}"`);
    expect(html).not.toContain('<!--');
  });

  test('takes what it is told as words', () => {
    const hostile = '<script>alert(1)</script> $& $1 {{subject}}\r\n\r\nFrom us:';
    const { html, text } = completeMail(mail(), { notice: hostile });
    expect(html).not.toContain('<script>');
    expect(words(parse(html))).toContain('$& $1 {{subject}}');
    expect(text).toContain('\n\n<script>alert(1)</script> $& $1 {{subject}} From us:\n\n');
  });

  test('has its places where we put them, whatever somebody typed', () => {
    const marks = ['<!--notice-->', '<!--stop-->', '[  notice  ]', '[  stop  ]', '\n\n', 'Sam'];
    const typed = fc.array(fc.constantFrom(...marks), { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, (each) => {
        const hostile = {
          title: each,
          preview: each,
          why: each,
          body: (
            <>
              <MailText>{each}</MailText>
              <MailCode label={each} code={each} />
            </>
          ),
        };
        const { html, text } = completeMail(mail(hostile), { notice, stopUrl });
        expect(html.split(notice)).toHaveLength(2);
        expect(html.indexOf(notice)).toBeLessThan(html.indexOf(stopUrl));
        expect(text.split(`\n\n${notice}\n\n`)).toHaveLength(2);
        expect(text.split(`\n\nStop these mails:\n${stopUrl}\n\n`)).toHaveLength(2);
        expect(text.indexOf(notice)).toBeLessThan(text.indexOf('-'.repeat(24)));
      }),
    );
  });

  test('is never without what it had to say', () => {
    const other = { subject: 'Hello', html: '<p>Hello</p>', text: 'Hello\n' };
    expect(completeMail(other, {})).toEqual(other);
    expect(() => completeMail(other, { notice })).toThrow('no place for its notice');
    expect(() => completeMail(other, { stopUrl })).toThrow('no place for its stop');
    expect(() => completeMail(mail(), { stopUrl: 'javascript:alert(1)' })).toThrow('web addresses');
  });

  test('is under 60 KB', () => {
    const bytes = (body: string) => {
      const rendered = mail({ body: <MailText>{body}</MailText> });
      const whole = completeMail(rendered, { notice: notice.repeat(5), stopUrl: stopUrl.padEnd(400, 'a') });
      return Buffer.byteLength(whole.html);
    };
    expect(bytes('a'.repeat(53_500))).toBeLessThan(60_000);
    expect(() => bytes('a'.repeat(56_000))).toThrow('too large');
  });
});

test('nobody’s name turns the words around it', () => {
  const name = '\u202Egnp.exe\u2066';
  const { subject, html, text } = mail({ subject: `News ${name}`, body: <MailText>{name}</MailText> });
  expect(subject).toBe('News gnp.exe');
  expect(`${html}${text}`).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  // What is written from right to left stays.
  expect(mail({ subject: 'שלום' }).subject).toBe('שלום');
});
