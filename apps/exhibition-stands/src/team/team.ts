import { AskedSlots } from './asked-slots.js';
import { ChangeMember } from './change-member.js';
import { FindInvitees } from './find-invitees.js';
import { InvitePeople } from './invite-people.js';
import { LeaveTeam } from './leave-team.js';
import { OpenMember } from './open-member.js';
import { RemindPeople } from './remind-people.js';
import { SaidRepository } from './said.repository.js';
import { SaveAbout } from './save-about.js';
import { SayAvailability } from './say-availability.js';
import { TeamLinks } from './team-links.js';
import { TeamOf } from './team-of.js';
import { WriteToTeam } from './write-to-team.js';

export const teamProviders = [
  AskedSlots,
  ChangeMember,
  FindInvitees,
  InvitePeople,
  LeaveTeam,
  OpenMember,
  RemindPeople,
  SaidRepository,
  SaveAbout,
  SayAvailability,
  TeamLinks,
  TeamOf,
  WriteToTeam,
];
