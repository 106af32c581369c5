import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { longest } from '../domain/about.js';
import type { TeamMember } from '../team-of.js';
import { aboutValues, readAbout } from './read-about.js';

const zone = 'Europe/London';
const nobody: TeamMember = {
  id: '01a2051d-6aa8-759e-b3d1-5820ba2e47a2',
  personId: null,
  name: 'Ada Example',
  email: null,
  organisationId: null,
  organisationName: null,
  status: 'invited',
  invitedAt: null,
  remindedAt: null,
  answeredAt: null,
  arrivesAt: null,
  departsAt: null,
  wishedMinutes: null,
  mostMinutesADay: null,
  experience: 'first-time',
  skills: [],
  note: '',
  said: [],
  exceptions: [],
  available: [],
  commitments: [],
  passDays: null,
  version: 1,
};

const hoursOf = (text: string) => {
  const read = readAbout({ wishedHours: text }, zone);
  return read.ok ? read.value.wishedMinutes : read.problems.map(({ code }) => code)[0];
};

describe('hours in the form about somebody', () => {
  it('are to the minute: what is saved as it was shown is as it was', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 1, max: longest.wished })),
        fc.option(fc.integer({ min: 1, max: longest.aDay })),
        (wishedMinutes, mostMinutesADay) => {
          const read = readAbout(aboutValues({ ...nobody, wishedMinutes, mostMinutesADay }, zone), zone);
          expect(read.ok && read.value).toMatchObject({ wishedMinutes, mostMinutesADay });
        },
      ),
    );
  });

  it('are read as people write them', () => {
    expect(['7', '7.5', '7,25', '7:30', ' 0.5 ', ''].map(hoursOf)).toEqual([420, 450, 435, 450, 30, null]);
  });

  it('are refused where nobody could mean them', () => {
    expect(['0', '101', 'seven', '7h', '-1', '7.555', '7:60'].map(hoursOf)).toEqual([
      'out-of-range',
      'out-of-range',
      ...Array.from({ length: 5 }, () => 'not-a-number'),
    ]);
  });
});
