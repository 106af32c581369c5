import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Rules of borders: data that staff look after. */
export const destinationRulesAccess: AccessTable = {
  'GET /visits/manage/rules': staff,
  'GET /visits/manage/rules/new': staff,
  'POST /visits/manage/rules/new': staff,
  'GET /visits/manage/rules/:ruleId': staff,
  'POST /visits/manage/rules/:ruleId': staff,
  'GET /visits/manage/rules/:ruleId/remove': staff,
  'POST /visits/manage/rules/:ruleId/remove': staff,
  'GET /visits/manage/rules/groups/:code': staff,
  'POST /visits/manage/rules/groups/:code': staff,
  'GET /visits/manage/rules/changes/:changeId': staff,

  'GET /api/v1/study-visits/destination-rules': staff,
  'POST /api/v1/study-visits/destination-rules': staff,
  'GET /api/v1/study-visits/destination-rules/:ruleId': staff,
  'PUT /api/v1/study-visits/destination-rules/:ruleId': staff,
  'DELETE /api/v1/study-visits/destination-rules/:ruleId': staff,
  'GET /api/v1/study-visits/country-groups/:code': staff,
  'PUT /api/v1/study-visits/country-groups/:code': staff,
  'GET /api/v1/study-visits/destination-rule-changes/:changeId': staff,
};
