import { dateOf } from '#platform';
import { sheetOf } from '#sheets';
import { skillInWords } from '../domain/skills.js';
import type { TeamMember } from '../team-of.js';
import { statusWords } from './status-tag.js';
import { offeredMinutes } from './team.view.js';

const hours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;

/** A team to take out. */
export const teamSheet = (name: string, zone: string, members: readonly TeamMember[]) =>
  sheetOf({
    name,
    columns: [
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'email', title: 'Email', kind: 'text' },
      { key: 'organisation', title: 'Organisation', kind: 'text' },
      { key: 'status', title: 'Answer', kind: 'text' },
      { key: 'answered', title: 'Answered', kind: 'instant', zone },
      { key: 'offered', title: 'Hours offered', kind: 'number' },
      { key: 'wished', title: 'Hours wished', kind: 'number' },
      { key: 'most', title: 'Most hours a day', kind: 'number' },
      { key: 'arrives', title: 'Arrives', kind: 'instant', zone },
      { key: 'departs', title: 'Leaves', kind: 'instant', zone },
      { key: 'first', title: 'First time', kind: 'yes-no' },
      { key: 'skills', title: 'Skills', kind: 'text' },
      { key: 'passes', title: 'Passes for', kind: 'text' },
      { key: 'note', title: 'Note', kind: 'text' },
    ],
    rows: members.map((member) => ({
      name: member.name,
      email: member.email,
      organisation: member.organisationName,
      status: statusWords[member.status],
      answered: member.answeredAt === null ? null : dateOf(member.answeredAt),
      offered: hours(offeredMinutes(member)),
      wished: member.wishedMinutes === null ? null : hours(member.wishedMinutes),
      most: member.mostMinutesADay === null ? null : hours(member.mostMinutesADay),
      arrives: member.arrivesAt === null ? null : dateOf(member.arrivesAt),
      departs: member.departsAt === null ? null : dateOf(member.departsAt),
      first: member.experience === 'first-time',
      skills: member.skills.map(skillInWords).join(', '),
      passes: member.passDays?.join(', ') ?? 'Not needed',
      note: member.note,
    })),
  });
