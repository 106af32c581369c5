import { describe, expect, test } from '@jest/globals';
import { isShut } from './shut-address.js';

const refused = (response: string, command = 'RCPT TO') => ({
  message: response,
  responseCode: Number(response.slice(0, 3)),
  response,
  command,
});

describe('an address that nothing can arrive at', () => {
  test.each([
    '550 5.1.1 <a@example.org>: Recipient address rejected: User unknown in virtual mailbox table',
    '550-5.1.1 The email account that you tried to reach does not exist.',
    '550 5.1.2 Bad destination system address',
    '553 5.1.3 Bad address syntax',
    '551 5.1.6 The user has moved',
    '556 5.1.10 Recipient address has null MX',
    '550 5.2.1 The email account that you tried to reach is disabled.',
    '550 No such user here',
    '551 User not local',
    '553 sorry, no mailbox here by that name',
  ])('%s', (response) => {
    expect(isShut(refused(response))).toBe(true);
  });

  test.each([
    // It may be taken later.
    '450 4.1.1 Try again',
    '451 4.7.1 Greylisted',
    '552 5.2.2 Mailbox full',
    // It is about us.
    '550 5.7.1 Service unavailable; client host blocked using a block list',
    '550 5.7.26 This mail is unauthenticated',
    '554 5.7.1 Relay access denied',
    '550 5.3.0 Local error',
    '550 5.4.1 Recipient address rejected: Access denied',
    '550 relay not permitted',
    '550 Blocked, see https://example.org/why',
    '550 rejected: your IP has a bad reputation',
    '553 sorry, that domain isn’t in my list of allowed sender domains',
    '554 Transaction failed',
    '500 Command not understood',
  ])('is not told by: %s', (response) => {
    expect(isShut(refused(response))).toBe(false);
  });

  test('is told of at the address, nowhere else', () => {
    expect(isShut(refused('550 5.1.1 No', 'MAIL FROM'))).toBe(false);
    expect(isShut(refused('550 5.1.1 No', 'DATA'))).toBe(false);
    expect(isShut({ message: 'connection lost', command: 'RCPT TO' })).toBe(false);
  });
});
