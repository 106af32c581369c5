import { appInWords, senderOf, typeInWords } from './message-words.js';

describe('messages in words', () => {
  it('are called as the registry says', () => {
    expect(typeInWords('members.person-changed.v1')).toBe('Person changed');
    expect(typeInWords('toString')).toBe('A message that is not known here');
    expect(senderOf('members.person-changed.v1')).toBe('members');
    expect(senderOf('members.of-another-time.v9')).toBe('members');
    expect(appInWords('events-calendar')).toBe('Calendar');
    expect(appInWords('toString')).toBe('toString');
  });
});
