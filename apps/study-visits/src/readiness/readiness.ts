import { readinessSources } from '../readiness-sources.js';
import { BeginReadiness } from './begin-readiness.js';
import { ChaseTravellers } from './chase-travellers.js';
import { ChaseEachDay } from './chase-travellers.schedule.js';
import { LookAtTold } from './look-at-told.js';
import { ReadMarkChanges } from './read-mark-changes.js';
import { ReadReadiness } from './read-readiness.js';
import { KeepReadinessSettings } from './readiness-settings.js';
import { READINESS_SOURCES, type ReadinessSource } from './readiness-source.js';
import { RemarkPapers } from './remark-papers.js';
import { TellItem } from './tell-item.js';
import { WriteToTravellers } from './write-to-travellers.js';

export const readinessProviders = [
  BeginReadiness,
  ChaseTravellers,
  LookAtTold,
  ReadMarkChanges,
  ReadReadiness,
  KeepReadinessSettings,
  RemarkPapers,
  TellItem,
  WriteToTravellers,
  {
    provide: READINESS_SOURCES,
    useFactory: (...sources: ReadinessSource[]) => sources,
    inject: [...readinessSources],
  },
];

export const readinessSchedules = [ChaseEachDay];
