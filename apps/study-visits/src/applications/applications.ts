import { AnswerReference } from '../references/answer-reference.js';
import { AskReference } from '../references/ask-reference.js';
import { OpenReference } from '../references/open-reference.js';
import { ReferenceForms } from '../references/pages/reference-forms.js';
import { ReferencePage } from '../references/pages/reference.page.js';
import { ReadReferences } from '../references/read-references.js';
import { RemindReferee } from '../references/remind-referee.js';
import { WriteToReferee } from '../references/write-to-referee.js';
import { ReferenceLinksController } from '../references/api/reference-links.controller.js';
import { ApplicationAnswers } from './api/application-answers.js';
import { BeginController } from './api/begin.controller.js';
import { LinkApplicationController } from './api/link-application.controller.js';
import { OwnApplicationController } from './api/own-application.controller.js';
import { StaffActsController } from './api/staff-acts.controller.js';
import { StaffAnswers } from './api/staff-answers.js';
import { StaffApplicationsController } from './api/staff-applications.controller.js';
import { ApplicationLinks } from './application-links.js';
import { BeginApplication } from './begin-application.js';
import { BeginForColleagues } from './begin-for-colleagues.js';
import { CorrectApplication } from './correct-application.js';
import { ForgetApplications } from './forget-applications.schedule.js';
import { ListOwn } from './list-own.js';
import { OpenApplication } from './open-application.js';
import { OrganisationChoices } from './organisation-choices.js';
import { AboutForms } from './pages/about-forms.js';
import { AccessForms } from './pages/access-forms.js';
import { AnswerForms } from './pages/answer-forms.js';
import { ApplicationForms } from './pages/application-forms.js';
import { ApplyPage } from './pages/apply.page.js';
import { CheckForms } from './pages/check-forms.js';
import { ColleaguesPage } from './pages/colleagues.page.js';
import { LinkApplicationPage } from './pages/link-application.page.js';
import { MinePage } from './pages/mine.page.js';
import { OrganisationPage } from './pages/organisation.page.js';
import { Overview } from './pages/overview.js';
import { OwnApplicationPage } from './pages/own-application.page.js';
import { WithdrawForms } from './pages/withdraw-forms.js';
import { PutInApplication } from './put-in-application.js';
import { ReadApplications } from './read-applications.js';
import { SaveAbout } from './save-about.js';
import { SaveAccess } from './save-access.js';
import { SaveAnswer } from './save-answer.js';
import { SendLink } from './send-link.js';
import { ApplicationActsPage } from './staff/application-acts.page.js';
import { ApplicationPage } from './staff/application.page.js';
import { ApplicationsPage } from './staff/applications.page.js';
import { NewApplicationPage } from './staff/new-application.page.js';
import { SubmitApplication } from './submit-application.js';
import { WithdrawApplication } from './withdraw-application.js';
import { WriteToApplicant } from './write-to-applicant.js';

export const applicationPages = [
  ApplyPage,
  ColleaguesPage,
  LinkApplicationPage,
  OwnApplicationPage,
  MinePage,
  OrganisationPage,
  ReferencePage,
  NewApplicationPage,
  ApplicationsPage,
  ApplicationActsPage,
  ApplicationPage,
  BeginController,
  LinkApplicationController,
  OwnApplicationController,
  StaffApplicationsController,
  StaffActsController,
  ReferenceLinksController,
];

export const applicationProviders = [
  ApplicationLinks,
  BeginApplication,
  BeginForColleagues,
  CorrectApplication,
  ListOwn,
  OpenApplication,
  OrganisationChoices,
  PutInApplication,
  ReadApplications,
  SaveAbout,
  SaveAccess,
  SaveAnswer,
  SendLink,
  SubmitApplication,
  WithdrawApplication,
  WriteToApplicant,
  AnswerReference,
  AskReference,
  OpenReference,
  ReadReferences,
  RemindReferee,
  WriteToReferee,
  AboutForms,
  AccessForms,
  AnswerForms,
  ApplicationForms,
  CheckForms,
  Overview,
  ReferenceForms,
  WithdrawForms,
  ApplicationAnswers,
  StaffAnswers,
];

export const applicationSchedules = [ForgetApplications];
