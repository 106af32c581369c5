import { describe, expect, it } from '@jest/globals';
import { typesConsumedBy, type MessageType } from '#contracts';
import { handlersOf } from './handlers.js';
import type { MessageHandler } from './message-handler.js';

const handler = (type: MessageType): MessageHandler => ({ type, handle: () => Promise.resolve() });

const mail = handler('members.mail-requested.v1');
const erased = handler('members.person-erased.v1');
/** What else the mailer has to handle. */
const others = typesConsumedBy('mailer')
  .filter((type) => type !== mail.type && type !== erased.type)
  .map(handler);

describe('the handlers of an app', () => {
  it('are found by their type', () => {
    const handlers = handlersOf('mailer', [...others, mail, erased]);
    expect(handlers.get('members.mail-requested.v1')).toBe(mail);
    expect(handlers.get('members.person-erased.v1')).toBe(erased);
    expect(handlersOf('shell', [])).toEqual(new Map());
  });

  it('are one for each type that the app consumes', () => {
    expect(() => handlersOf('mailer', [...others, mail])).toThrow(
      'mailer: members.person-erased.v1 has no handler',
    );
    expect(() => handlersOf('mailer', [...others, mail, erased, handler(mail.type)])).toThrow(
      'members.mail-requested.v1 has 2 handlers',
    );
  });

  it('are for no other type', () => {
    expect(() =>
      handlersOf('mailer', [...others, mail, erased, handler('members.sign-in-asked.v1')]),
    ).toThrow('members.sign-in-asked.v1 is not for mailer to handle');
    expect(() => handlersOf('shell', [mail])).toThrow('is not for shell to handle');
  });
});
