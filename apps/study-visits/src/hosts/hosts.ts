import { InterpretersController } from '../interpreters/api/interpreters.controller.js';
import { KeepInterpreters } from '../interpreters/keep-interpreters.js';
import { InterpretersPage } from '../interpreters/pages/interpreters.page.js';
import { ReadInterpreters } from '../interpreters/read-interpreters.js';
import { HostsController } from './api/hosts.controller.js';
import { ForgetOutsiders } from './forget-contacts.schedule.js';
import { KeepHosts } from './keep-hosts.js';
import { HostsPage } from './pages/hosts.page.js';
import { MergeHostPage } from './pages/merge-host.page.js';
import { RecordForms } from './pages/record-forms.js';
import { ReadHosts } from './read-hosts.js';

/** Whom visits go to, and who interprets there. */
export const hostPages = [
  HostsPage,
  MergeHostPage,
  InterpretersPage,
  HostsController,
  InterpretersController,
];

export const hostProviders = [ReadHosts, KeepHosts, ReadInterpreters, KeepInterpreters, RecordForms];

export const hostSchedules = [ForgetOutsiders];
