import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  aboutInput,
  answersInput,
  availabilityInput,
  detailsInput,
  invitedOutput,
  inviteesInput,
  memberOutput,
  ownOutput,
  remindedOutput,
  remindersInput,
  teamPage,
  teamQuery,
} from './team.schema.js';

const tags = ['Team'];
const exhibition = z.object({
  id: z.string().meta({ description: 'The exhibition, by its id or its name in addresses.' }),
});
const member = exhibition.extend({ member: z.uuid() });
const link = z.object({ secret: z.string().meta({ description: 'From the link that was mailed to them.' }) });
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const versionHeader = z.object({ 'If-Match': ifMatch('member') });
const problems = problemsAbout('member of the team');
const written = problems(400, 403, 404, 409, 413, 415, 422);
const checked = problems(400, 403, 404, 409, 412, 413, 415, 422, 428);

const change = (operationId: string, summary: string, input: z.ZodType) => ({
  put: {
    operationId,
    summary,
    tags,
    security: tokenNeeded,
    requestParams: { path: member, header: versionHeader },
    requestBody: body(input),
    responses: { 200: json('As they are now.', memberOutput, etag), ...checked },
  },
});

const own = (operationId: string, summary: string, input: z.ZodType | null, isPost: boolean) => ({
  operationId,
  summary,
  tags,
  security: anybody,
  requestParams: { path: link, ...(isPost && { header: keyHeader }) },
  ...(input !== null && { requestBody: body(input) }),
  responses: { 200: json('As they are now.', ownOutput), ...written },
});

const base = `${apiPath}/exhibitions/{id}/team`;
const ownBase = `${apiPath}/team-links/{secret}`;

const paths: ZodOpenApiPathsObject = {
  [base]: {
    get: {
      operationId: 'listTeam',
      summary: 'The team of an exhibition with what everybody said, for staff',
      tags,
      security: tokenNeeded,
      requestParams: { path: exhibition, query: teamQuery },
      responses: { 200: json('A page of people.', teamPage), ...problems(400, 403, 404) },
    },
    post: {
      operationId: 'inviteToTeam',
      summary: 'Invite people: each has a mail with a link of their own; nobody is in a team twice',
      tags,
      security: tokenNeeded,
      requestParams: { path: exhibition, header: keyHeader },
      requestBody: body(inviteesInput),
      responses: { 201: json('Who was invited.', invitedOutput), ...written },
    },
  },
  [`${base}/reminders`]: {
    post: {
      operationId: 'remindTeam',
      summary: 'Send people their link again, except those written to within ten minutes',
      tags,
      security: tokenNeeded,
      requestParams: { path: exhibition, header: keyHeader },
      requestBody: body(remindersInput),
      responses: { 202: json('How many were written to.', remindedOutput), ...written },
    },
  },
  [`${base}/{member}`]: {
    get: {
      operationId: 'getTeamMember',
      summary: 'Somebody of the team, for staff',
      tags,
      security: tokenNeeded,
      requestParams: { path: member },
      responses: { 200: json('The person.', memberOutput, etag), ...problems(403, 404) },
    },
    put: {
      operationId: 'changeTeamMember',
      summary: 'Change name, address or organisation; another address has another link',
      tags,
      security: tokenNeeded,
      requestParams: { path: member },
      requestBody: body(detailsInput),
      responses: { 200: json('As they are now.', memberOutput, etag), ...written },
    },
    delete: {
      operationId: 'withdrawTeamMember',
      summary: 'Take somebody out of the team; their link leads nowhere then',
      tags,
      security: tokenNeeded,
      requestParams: { path: member },
      responses: { 204: { description: 'They have left.' }, ...problems(403, 404, 409) },
    },
  },
  [`${base}/{member}/availability`]: change(
    'changeAvailability',
    'Say on their behalf when they can come',
    availabilityInput,
  ),
  [`${base}/{member}/about`]: change(
    'changeAbout',
    'Say on their behalf what they wish and bring',
    aboutInput,
  ),
  [ownBase]: {
    get: {
      operationId: 'getOwnPlace',
      summary: 'What is asked of a volunteer, and what they said',
      tags,
      security: anybody,
      requestParams: { path: link },
      responses: { 200: json('Their place in the team.', ownOutput), ...problems(403, 404) },
    },
  },
  [`${ownBase}/answers`]: {
    post: own('answerTimes', 'A word on some times; what was said of others stays', answersInput, true),
  },
  [`${ownBase}/availability`]: {
    put: own('saveAvailability', 'All of it at once', availabilityInput, false),
  },
  [`${ownBase}/about`]: { put: own('saveAbout', 'What they wish and bring', aboutInput, false) },
  [`${ownBase}/decline`]: {
    post: own('declinePlace', 'They cannot come; shifts that have not begun are free again', null, true),
  },
  [`${ownBase}/return`]: { post: own('takeBackDecline', 'They can come after all', null, true) },
};

export const teamApi: ApiPart = { tags, paths };
