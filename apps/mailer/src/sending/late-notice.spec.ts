import { describe, expect, test } from '@jest/globals';
import { lateNotice } from './late-notice.js';

const due = new Date('2019-10-01T09:00:00Z');

describe('a mail that is late', () => {
  test('says so, and when it was due', () => {
    const now = new Date('2019-10-01T10:00:00.001Z');
    expect(lateNotice('reminders', due, now)).toBe(
      'This reminder comes late: it was due on Tuesday 1 October 2019, 10am.',
    );
    expect(lateNotice('event-changes', due, now)).toMatch(/^This mail comes late: /);
  });

  test('is none that is an hour behind at most, early, or never was due', () => {
    expect(lateNotice('reminders', due, new Date('2019-10-01T10:00:00Z'))).toBeUndefined();
    expect(lateNotice('reminders', due, new Date('2019-10-01T08:00:00Z'))).toBeUndefined();
    expect(lateNotice('reminders', null, new Date('2019-10-01T10:00:00Z'))).toBeUndefined();
  });
});
