import { IncidentsController } from './api/incidents.controller.js';
import { IncidentReadersController } from './api/readers.controller.js';
import { IncidentReaders } from './incident-readers.js';
import { EraseOldIncidents, ResealIncidents } from './look-after-incidents.schedule.js';
import { IncidentPage } from './pages/incident.page.js';
import { IncidentsPage } from './pages/incidents.page.js';
import { IncidentReadersPage } from './pages/readers.page.js';
import { ReadIncidents } from './read-incidents.js';
import { RecordIncident } from './record-incident.js';
import { SealedEntries } from './sealed-entries.js';
import { WriteToReaders } from './write-to-readers.js';

/** What happens on visits that has to be followed up, apart from everything else. */
export const incidentProviders = [
  IncidentReaders,
  SealedEntries,
  WriteToReaders,
  RecordIncident,
  ReadIncidents,
];

export const incidentPages = [
  IncidentReadersPage,
  IncidentsPage,
  IncidentPage,
  IncidentReadersController,
  IncidentsController,
];

export const incidentSchedules = [EraseOldIncidents, ResealIncidents];
