import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { goodForm, hidden, startStaffed, type Staffed } from './staff.js';

let calendar: Staffed;
beforeAll(async () => {
  calendar = await startStaffed();
}, 60_000);
afterAll(() => calendar.stop());

describe('a new event', () => {
  test('is written as a draft, with the person’s name in its history', async () => {
    const page = await calendar.get('/calendar/manage/new');
    expect(page.status).toBe(200);
    const saved = await calendar.post('/calendar/manage/new', {
      ...goodForm,
      once: hidden(page.html, 'once'),
      action: 'save',
    });
    expect(saved).toMatchObject({ status: 303, location: '/calendar/manage/events/2099-officer-call' });
    const shown = await calendar.get(saved.location ?? '');
    expect(shown.html).toContain('Sam Example');
  });
});
