import { z } from 'zod';
import { body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  changeOutput,
  groupInput,
  groupOutput,
  ruleInput,
  ruleOutput,
  rulesOutput,
  savedOutput,
} from './rules.schema.js';

const tags = ['Rules of borders'];
const problems = problemsAbout('rule');
const about = { tags, security: tokenNeeded };
const rule = z.object({ ruleId: z.uuid() });
const group = z.object({ code: z.string().meta({ examples: ['schengen'] }) });
const changed = problems(400, 403, 404, 412, 413, 415, 422, 428);

/** Rules of borders, for programs of staff. */
export const destinationRulesApi: ApiPart = {
  tags,
  paths: {
    [`${apiPath}/destination-rules`]: {
      get: {
        ...about,
        operationId: 'listDestinationRules',
        summary: 'All rules of borders, and the groups of countries that they are for',
        responses: { 200: json('The rules.', rulesOutput), ...problems(403) },
      },
      post: {
        ...about,
        operationId: 'addDestinationRule',
        summary: 'Add a rule; everybody of the visits to come is judged anew',
        requestParams: { header: z.object({ 'Idempotency-Key': idempotencyKey }) },
        requestBody: body(ruleInput),
        responses: { 201: json('What it did.', savedOutput), ...problems(400, 403, 409, 413, 415, 422) },
      },
    },
    [`${apiPath}/destination-rules/{ruleId}`]: {
      get: {
        ...about,
        operationId: 'getDestinationRule',
        summary: 'One rule',
        requestParams: { path: rule },
        responses: { 200: json('The rule.', ruleOutput, etag), ...problems(403, 404) },
      },
      put: {
        ...about,
        operationId: 'changeDestinationRule',
        summary: 'Change a rule, all but its kind; everybody is judged anew',
        requestParams: { path: rule, header: z.object({ 'If-Match': ifMatch('rule') }) },
        requestBody: body(ruleInput),
        responses: { 200: json('What it did.', savedOutput), ...changed },
      },
      delete: {
        ...about,
        operationId: 'removeDestinationRule',
        summary: 'Remove a rule; everybody is judged anew',
        requestParams: { path: rule, header: z.object({ 'If-Match': ifMatch('rule') }) },
        responses: { 200: json('What it did.', savedOutput), ...problems(400, 403, 404, 412, 428) },
      },
    },
    [`${apiPath}/country-groups/{code}`]: {
      get: {
        ...about,
        operationId: 'getCountryGroup',
        summary: 'A group of countries',
        requestParams: { path: group },
        responses: { 200: json('The group.', groupOutput, etag), ...problems(403, 404) },
      },
      put: {
        ...about,
        operationId: 'changeCountryGroup',
        summary: 'Change which countries are in a group; everybody is judged anew',
        requestParams: { path: group, header: z.object({ 'If-Match': ifMatch('group') }) },
        requestBody: body(groupInput),
        responses: { 200: json('What it did.', savedOutput), ...changed },
      },
    },
    [`${apiPath}/destination-rule-changes/{changeId}`]: {
      get: {
        ...about,
        operationId: 'getDestinationRuleChange',
        summary: 'A change of the rules, and whose marks became another by it',
        requestParams: { path: z.object({ changeId: z.uuid() }) },
        responses: { 200: json('What it did.', changeOutput), ...problems(403, 404) },
      },
    },
  },
};
