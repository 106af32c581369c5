import { z } from 'zod';
import { anybody, body, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  briefingDayOutput,
  briefingDaysOutput,
  briefingSettingsInput,
  briefingSettingsOutput,
  ownBriefingOutput,
  wordsInput,
} from './briefings.schema.js';

const tags = ['Briefings'];
const problems = problemsAbout('day');
const about = { tags, security: tokenNeeded };
const visit = z.object({
  id: z.string().meta({ description: 'The visit, by its id or its name in addresses.' }),
});
const day = visit.extend({ day: z.iso.date() });
const link = z.object({
  secret: z.string().meta({ description: 'From the link that was mailed to them.' }),
  day: z.iso.date(),
});
const seen = z.object({ 'If-Match': ifMatch('thing; "0" where nobody said anything') });
const written = problems(400, 403, 404, 409, 412, 413, 415, 422, 428);
const base = `${apiPath}/visits/{id}`;

/** What travellers are told for their days, for programs. */
export const briefingsApi: ApiPart = {
  tags,
  paths: {
    [`${base}/briefings`]: {
      get: {
        ...about,
        operationId: 'listBriefings',
        summary: 'The days of a visit, and to how many each was mailed',
        requestParams: { path: visit },
        responses: { 200: json('By day.', briefingDaysOutput), ...problems(403, 404) },
      },
    },
    [`${base}/briefings/{day}`]: {
      get: {
        ...about,
        operationId: 'readBriefing',
        summary: 'A day with all that is on it for anybody',
        requestParams: { path: day },
        responses: { 200: json('In the order of time.', briefingDayOutput), ...problems(403, 404) },
      },
    },
    [`${base}/briefings/{day}/words`]: {
      put: {
        ...about,
        operationId: 'writeBriefingWords',
        summary: 'Write a word for a day, and what to bring',
        requestParams: { path: day, header: seen },
        requestBody: body(wordsInput),
        responses: { 200: json('The day as it is now.', briefingDayOutput), ...written },
      },
    },
    [`${base}/briefing-settings`]: {
      get: {
        ...about,
        operationId: 'readBriefingSettings',
        summary: 'When briefings are mailed',
        requestParams: { path: visit },
        responses: { 200: json('The settings.', briefingSettingsOutput), ...problems(403, 404) },
      },
      put: {
        ...about,
        operationId: 'changeBriefingSettings',
        summary: 'Change when briefings are mailed',
        requestParams: { path: visit, header: seen },
        requestBody: body(briefingSettingsInput),
        responses: { 200: json('As they are now.', briefingSettingsOutput), ...written },
      },
    },
    [`${apiPath}/traveller-links/{secret}/briefings/{day}`]: {
      get: {
        tags,
        security: anybody,
        operationId: 'readOwnBriefing',
        summary: 'What a traveller is told for a day, with what is new or different since the version before',
        requestParams: { path: link },
        responses: { 200: json('Their day.', ownBriefingOutput), ...problems(404) },
      },
    },
  },
};
