import {
  ReadinessChaseRow,
  ReadinessMarkChangeRow,
  ReadinessMarkRow,
  ReadinessSettingsRow,
  TravellerConsentRow,
} from './readiness.entity.js';

export const readinessEntities = [
  ReadinessSettingsRow,
  ReadinessMarkRow,
  ReadinessMarkChangeRow,
  ReadinessChaseRow,
  TravellerConsentRow,
];
