import { z } from 'zod';
import { anybody, body, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { toldItems } from '../domain/item.js';
import {
  lookInput,
  lookOutput,
  matrixOutput,
  oneOutput,
  organisationOutput,
  ownOutput,
  settingsInput,
  settingsOutput,
  toldInputs,
} from './readiness.schema.js';

const tags = ['Readiness'];
const problems = problemsAbout('traveller');
const about = { tags, security: tokenNeeded };
const visit = z.object({
  id: z.string().meta({ description: 'The visit, by its id or its name in addresses.' }),
});
const traveller = visit.extend({ travellerId: z.uuid() });
const link = z.object({ secret: z.string().meta({ description: 'From the link that was mailed to them.' }) });
const item = z.enum(toldItems);
const told = z
  .union(Object.values(toldInputs))
  .meta({ description: 'As the thing has it that the address names.' });
const seen = z.object({ 'If-Match': ifMatch('thing; "0" where nothing was told') });
const written = problems(400, 403, 404, 409, 412, 413, 415, 422, 428);
const base = `${apiPath}/visits/{id}`;
const own = `${apiPath}/traveller-links/{secret}/readiness`;

/** How ready travellers are, for programs. */
export const readinessApi: ApiPart = {
  tags,
  paths: {
    [`${base}/readiness`]: {
      get: {
        ...about,
        operationId: 'getReadiness',
        summary: 'How everything of everybody stands, for staff',
        requestParams: { path: visit },
        responses: { 200: json('By number.', matrixOutput), ...problems(403, 404) },
      },
    },
    [`${base}/readiness-settings`]: {
      get: {
        ...about,
        operationId: 'getReadinessSettings',
        summary: 'What nobody needs, and when travellers are written to',
        requestParams: { path: visit },
        responses: { 200: json('The settings.', settingsOutput), ...problems(403, 404) },
      },
      put: {
        ...about,
        operationId: 'changeReadinessSettings',
        summary: 'Change what nobody needs, and when travellers are written to',
        requestParams: { path: visit, header: seen },
        requestBody: body(settingsInput),
        responses: { 200: json('As they are now.', settingsOutput), ...written },
      },
    },
    [`${base}/readiness/{travellerId}`]: {
      get: {
        ...about,
        operationId: 'getTravellerReadiness',
        summary: 'How everything of one traveller stands, for staff',
        requestParams: { path: traveller },
        responses: { 200: json('Nothing of what they told.', oneOutput), ...problems(403, 404) },
      },
    },
    [`${base}/readiness/{travellerId}/looks`]: {
      post: {
        ...about,
        operationId: 'lookAtTraveller',
        summary:
          'See what a traveller told, with a reason that is written down; no key makes a look be repeated',
        requestParams: { path: traveller },
        requestBody: body(lookInput),
        responses: {
          200: json('What they told.', lookOutput),
          ...problems(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    [`${base}/readiness/{travellerId}/{item}`]: {
      put: {
        ...about,
        operationId: 'tellForTraveller',
        summary: 'Tell one thing for a traveller',
        requestParams: { path: traveller.extend({ item }), header: seen },
        requestBody: body(told),
        responses: { 200: json('As they are now.', oneOutput), ...written },
      },
    },
    [own]: {
      get: {
        tags,
        security: anybody,
        operationId: 'getOwnReadiness',
        summary: 'What a traveller has to do, by their own link',
        requestParams: { path: link },
        responses: { 200: json('Nothing of what they told.', ownOutput), ...problems(403, 404) },
      },
    },
    [`${own}/{item}`]: {
      put: {
        tags,
        security: anybody,
        operationId: 'tellOwn',
        summary: 'Tell one thing, by one’s own link',
        requestParams: { path: link.extend({ item }), header: seen },
        requestBody: body(told),
        responses: { 200: json('As it is now.', ownOutput), ...written },
      },
    },
    [`${apiPath}/organisations/{organisationId}/readiness`]: {
      get: {
        ...about,
        operationId: 'getOrganisationReadiness',
        summary: 'What an organisation’s own people have done and have to do, for its booking-contacts',
        requestParams: { path: z.object({ organisationId: z.string() }) },
        responses: { 200: json('By visit.', organisationOutput), ...problems(403, 404) },
      },
    },
  },
};
