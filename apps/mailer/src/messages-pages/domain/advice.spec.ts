import { adviceOn } from './advice.js';

describe('what to do about a dead letter', () => {
  it.each([
    ['Unreadable: There is no type x.', /will not help by itself/],
    ['Error: members.sign-in-asked.v1 is not for mailer to handle', /will not help by itself/],
    ['Error: not handled within 30 s', /when less is going on/],
    ['job stalled more than allowable limit', /whether the machine had trouble/],
    ['QueryFailedError: no such table', /has passed/],
  ])('that died of %j', (error, words) => {
    expect(adviceOn(error).what).toMatch(words);
  });
});
