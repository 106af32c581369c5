import { OwnPlaceController } from './api/own-place.controller.js';
import { TeamMembersController } from './api/team-members.controller.js';
import { TeamController } from './api/team.controller.js';
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
import { AboutForms } from './pages/about-forms.js';
import { ExceptionForms } from './pages/exception-forms.js';
import { InvitePage } from './pages/invite.page.js';
import { MemberChangesPage } from './pages/member-changes.page.js';
import { MemberSaidPage } from './pages/member-said.page.js';
import { MemberPage } from './pages/member.page.js';
import { OwnAboutPage } from './pages/own-about.page.js';
import { OwnDeclinePage } from './pages/own-decline.page.js';
import { OwnExceptionsPage } from './pages/own-exceptions.page.js';
import { OwnPage } from './pages/own.page.js';
import { TeamPage } from './pages/team.page.js';

export const teamPages = [
  TeamPage,
  InvitePage,
  MemberPage,
  MemberSaidPage,
  MemberChangesPage,
  OwnPage,
  OwnAboutPage,
  OwnExceptionsPage,
  OwnDeclinePage,
  TeamController,
  TeamMembersController,
  OwnPlaceController,
];

export const teamProviders = [
  AboutForms,
  ExceptionForms,
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
