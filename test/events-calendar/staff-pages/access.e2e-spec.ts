import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { access } from '../../../apps/events-calendar/src/access.js';
import type { Person } from '../signed-in.js';
import { goodForm, startStaffed, type Staffed } from './staff.js';

let calendar: Staffed;
let event: string;
beforeAll(async () => {
  calendar = await startStaffed();
  event = await calendar.write({ title: 'Secret plan' });
});
afterAll(() => calendar.stop());

const outsiders: readonly [string, Person | null][] = [
  ['a visitor', null],
  ['somebody signed in', { roles: ['person'] }],
  ['a booking contact', { roles: ['person', 'booking-contact'] }],
  ['a board’s member', { roles: ['person', 'board'], boards: ['values-and-principles-board'] }],
];

const routes = Object.keys(access).filter((route) => route.includes(' /calendar/manage'));
const pathOf = (route: string) =>
  (route.split(' ')[1] ?? '').replace(':ref', event.split('/').at(-1) ?? '').replace(/:\w+/, 'x');

describe.each(outsiders)('%s', (_, person) => {
  test.each(routes)('may not use %s', async (route) => {
    const before = await calendar.rows();
    const path = pathOf(route);
    const answer = route.startsWith('GET')
      ? await calendar.get(path, person)
      : await calendar.post(path, goodForm, person);
    expect(answer.status).toBe(403);
    expect(answer.html).not.toContain('Secret plan');
    expect(await calendar.rows()).toEqual(before);
  });

  test('does not see a draft on its public page', async () => {
    const answer = await calendar.get(`/calendar/events/${event.split('/').at(-1)}`, person);
    expect(answer.status).toBe(404);
    expect(answer.html).not.toContain('Secret plan');
  });
});

test('an admin may do what staff may', async () => {
  const admin: Person = { roles: ['person', 'admin'] };
  expect((await calendar.get('/calendar/manage', admin)).status).toBe(200);
  expect((await calendar.get(event, admin)).status).toBe(200);
});

describe('a form sent from another site', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling of ours', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { 'sec-fetch-site': 'none', origin: 'https://evil.example' }],
  ])('%s is refused', async (_, headers) => {
    const before = await calendar.rows();
    for (const route of routes.filter((each) => each.startsWith('POST'))) {
      const answer = await calendar.post(pathOf(route), goodForm, undefined, headers);
      expect(answer.status).toBe(403);
      expect(answer.html).toContain('came from another site');
    }
    expect(await calendar.rows()).toEqual(before);
  });
});
