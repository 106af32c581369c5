import { outcomeOf, type Outcome } from './outcome.js';
import type { SmtpFailure } from './smtp-failure.js';

describe('what a failure means for a mail', () => {
  it.each<[Omit<SmtpFailure, 'message'>, Outcome['kind']]>([
    // What the server says of this mail.
    [{ responseCode: 550, response: '550 no such user', command: 'RCPT TO' }, 'refused'],
    [{ responseCode: 554, response: '554 spam', command: 'DATA' }, 'refused'],
    [{ responseCode: 553, response: '553 not you', command: 'MAIL FROM' }, 'refused'],
    [{ responseCode: 450, response: '450 busy', command: 'RCPT TO' }, 'deferred'],
    [{ responseCode: 452, response: '452 full', command: 'DATA' }, 'deferred'],
    // What it says of itself, or of us.
    [{ responseCode: 421, response: '421 going down', command: 'RCPT TO' }, 'unreachable'],
    [{ responseCode: 554, response: '554 no service', command: 'CONN' }, 'unreachable'],
    [
      { responseCode: 535, response: '535 wrong password', command: 'AUTH PLAIN', code: 'EAUTH' },
      'unreachable',
    ],
    // It says nothing.
    [{ code: 'ECONNECTION', command: 'CONN' }, 'unreachable'],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, 'unreachable'],
    [{ code: 'EDNS' }, 'unreachable'],
    [{ code: 'ETLS', command: 'STARTTLS' }, 'unreachable'],
    [{ code: 'ECONNECTION', command: 'DATA' }, 'deferred'],
    [{ code: 'EABORT' }, 'deferred'],
    // It was never asked.
    [{ code: 'EENVELOPE', command: 'API' }, 'refused'],
    [{ code: 'EMESSAGE', command: 'API' }, 'refused'],
  ])('%j', (failure, kind) => {
    expect(outcomeOf({ message: 'failed', ...failure })).toMatchObject({
      kind,
      answer: failure.response ?? 'failed',
    });
  });

  it('tells when it was the address', () => {
    const failure = { message: 'failed', responseCode: 550, response: '550 5.1.1 Unknown' };
    expect(outcomeOf({ ...failure, command: 'RCPT TO' })).toMatchObject({ kind: 'refused', isShut: true });
    expect(outcomeOf({ ...failure, command: 'DATA' })).toMatchObject({ kind: 'refused', isShut: false });
  });

  it('keeps no more of the server’s words than anybody reads', () => {
    expect(outcomeOf({ message: 'x'.repeat(5000) }).answer).toHaveLength(1000);
  });
});
