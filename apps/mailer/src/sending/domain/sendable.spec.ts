import { reasonNotToSend } from './sendable.js';

const good = { toName: 'Sam Example', toAddress: 'sam@example.org', subject: 'Sign in' };

describe('reasonNotToSend', () => {
  it('finds nothing wrong with a mail as people write it', () => {
    expect(reasonNotToSend(good)).toBeNull();
    expect(reasonNotToSend({ ...good, toName: null, subject: 'Ynys Môn – “£5”, 100 %' })).toBeNull();
  });

  it.each([
    [{ subject: 'Sign in\r\nBcc: all@example.org' }, 'its subject holds a line break'],
    [{ subject: 'Sign in\nX: y' }, 'its subject holds a line break'],
    [{ subject: 'a\u2028b' }, 'its subject holds a line break'],
    [{ subject: ' ' }, 'no subject'],
    [{ subject: 'a'.repeat(901) }, 'too long'],
    [{ toName: 'Sam\r\nBcc: all@example.org' }, 'the name of its reader'],
    [{ toAddress: 'sam@example.org\r\nBcc: all@example.org' }, 'no mail address'],
    [{ toAddress: 'sam@example.org, all@example.org' }, 'no mail address'],
    [{ toAddress: '' }, 'no mail address'],
  ])('%j', (change, words) => {
    expect(reasonNotToSend({ ...good, ...change })).toContain(words);
  });
});
