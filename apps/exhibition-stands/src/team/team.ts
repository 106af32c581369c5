import { AskedSlots } from './asked-slots.js';
import { LeaveTeam } from './leave-team.js';
import { OpenMember } from './open-member.js';
import { SaidRepository } from './said.repository.js';
import { SaveAbout } from './save-about.js';
import { SayAvailability } from './say-availability.js';
import { TeamLinks } from './team-links.js';
import { TeamOf } from './team-of.js';

export const teamProviders = [
  AskedSlots,
  LeaveTeam,
  OpenMember,
  SaidRepository,
  SaveAbout,
  SayAvailability,
  TeamLinks,
  TeamOf,
];
