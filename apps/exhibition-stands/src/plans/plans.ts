import { CostFormsPage } from '../costs/pages/cost-forms.page.js';
import { CostsPage } from '../costs/pages/costs.page.js';
import { KeepCosts } from '../costs/keep-costs.js';
import { ReadCosts } from '../costs/read-costs.js';
import { DocumentsPage } from '../documents/pages/documents.page.js';
import { KeepDocuments } from '../documents/keep-documents.js';
import { ChangeRotaSettings } from '../rota-settings/change-rota-settings.js';
import { RotaSettingsPage } from '../rota-settings/pages/rota-settings.page.js';
import { ChangeSketch } from '../sketch/change-sketch.js';
import { SketchPage } from '../sketch/pages/sketch.page.js';
import { KeepTasks } from '../tasks/keep-tasks.js';
import { TaskFormsPage } from '../tasks/pages/task-forms.page.js';
import { TasksPage } from '../tasks/pages/tasks.page.js';
import { ReadTasks } from '../tasks/read-tasks.js';
import { CostsController } from './api/costs.controller.js';
import { DocumentsController } from './api/documents.controller.js';
import { SettingsController } from './api/settings.controller.js';
import { TasksController } from './api/tasks.controller.js';
import { ChangePlan } from './change-plan.js';
import { ThingForms } from './pages/thing-forms.js';

/** What is planned for an exhibition: tasks, costs, documents, the floor, the rules of its rota. */
export const planProviders = [
  ChangePlan,
  ThingForms,
  KeepTasks,
  ReadTasks,
  KeepCosts,
  ReadCosts,
  KeepDocuments,
  ChangeSketch,
  ChangeRotaSettings,
];

export const planPages = [
  TasksPage,
  TaskFormsPage,
  CostsPage,
  CostFormsPage,
  DocumentsPage,
  SketchPage,
  RotaSettingsPage,
  TasksController,
  CostsController,
  DocumentsController,
  SettingsController,
];
