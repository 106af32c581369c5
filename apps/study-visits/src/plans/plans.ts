import { BudgetFormsPage } from '../budget/pages/budget-forms.page.js';
import { BudgetPage } from '../budget/pages/budget.page.js';
import { KeepBudget } from '../budget/keep-budget.js';
import { ReadBudget } from '../budget/read-budget.js';
import { ReadToDo } from '../dashboard/read-to-do.js';
import { KeepDocuments } from '../documents/keep-documents.js';
import { DocumentsPage } from '../documents/pages/documents.page.js';
import { SharedDocumentsPage } from '../documents/pages/shared-documents.page.js';
import { KeepConsideration } from '../package-travel/keep-consideration.js';
import { PackageTravelPage } from '../package-travel/pages/package-travel.page.js';
import { ReadConsideration } from '../package-travel/read-consideration.js';
import { KeepRisks } from '../risks/keep-risks.js';
import { MakeAssessment } from '../risks/make-assessment.js';
import { RiskFormsPage } from '../risks/pages/risk-forms.page.js';
import { RisksPage } from '../risks/pages/risks.page.js';
import { ReadRisks } from '../risks/read-risks.js';
import { SignRisks } from '../risks/sign-risks.js';
import { ReadSigned } from '../sign-offs/read-signed.js';
import { SignOffs } from '../sign-offs/sign-offs.js';
import { SignPages } from '../sign-offs/sign-page.js';
import { BudgetController } from './api/budget.controller.js';
import { DocumentsController } from './api/documents.controller.js';
import { PackageTravelController } from './api/package-travel.controller.js';
import { RisksController } from './api/risks.controller.js';
import { ChangePlan } from './change-plan.js';
import { ThingForms } from './thing-forms.js';

/** What is planned for a visit: money, risks, what was considered of package travel, documents; and what needs doing. */
export const planProviders = [
  ChangePlan,
  ThingForms,
  KeepBudget,
  ReadBudget,
  KeepRisks,
  ReadRisks,
  MakeAssessment,
  SignRisks,
  KeepConsideration,
  ReadConsideration,
  SignOffs,
  ReadSigned,
  SignPages,
  KeepDocuments,
  ReadToDo,
];

export const planPages = [
  BudgetPage,
  BudgetFormsPage,
  RisksPage,
  RiskFormsPage,
  PackageTravelPage,
  DocumentsPage,
  SharedDocumentsPage,
  BudgetController,
  RisksController,
  PackageTravelController,
  DocumentsController,
];
