import { AvailabilityRow } from './availability.entity.js';
import { TeamMemberRow } from './team-member.entity.js';

export const teamEntities = [TeamMemberRow, AvailabilityRow];
