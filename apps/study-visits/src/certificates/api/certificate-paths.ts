import { z } from 'zod';
import { anybody, body, etag, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  certificateOutput,
  certificatesOutput,
  staffCertificateOutput,
  withdrawalInput,
} from './certificate.schema.js';

const tags = ['After a visit'];
const problems = problemsAbout('certificate');
const string = z.string();
const visit = z.object({
  id: string.meta({ description: 'The visit, by its id or its name in addresses.' }),
});
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const one = json('As it is now.', staffCertificateOutput, etag);
const certificates = `${apiPath}/visits/{id}/certificates`;
const path = visit.extend({ travellerId: string });

/** Certificates of attendance, for programs. */
export const certificatesApi: ApiPart = {
  tags: [],
  paths: {
    [`${apiPath}/certificates/{number}`]: {
      get: {
        operationId: 'checkCertificate',
        summary: 'Whether a certificate of attendance holds',
        tags,
        security: anybody,
        requestParams: { path: z.object({ number: string }) },
        responses: { 200: json('What it says.', certificateOutput), ...problems(404) },
      },
    },
    [`${apiPath}/traveller-links/{secret}/certificate`]: {
      get: {
        operationId: 'getOwnCertificate',
        summary: 'A traveller’s own certificate',
        tags,
        security: anybody,
        requestParams: {
          path: z.object({
            secret: string.meta({ description: 'From the link that was mailed to them alone.' }),
          }),
        },
        responses: { 200: json('What it says.', certificateOutput), ...problems(404) },
      },
    },
    [certificates]: {
      get: {
        operationId: 'listCertificates',
        summary: 'Who was given a certificate of attendance',
        tags,
        security: tokenNeeded,
        requestParams: { path: visit },
        responses: { 200: json('By number of traveller.', certificatesOutput), ...problems(403, 404) },
      },
    },
    [`${certificates}/{travellerId}/withdraw`]: {
      post: {
        operationId: 'withdrawCertificate',
        summary: 'Take it back from somebody who was not there after all',
        tags,
        security: tokenNeeded,
        requestParams: { path, header },
        requestBody: body(withdrawalInput),
        responses: { 200: one, ...problems(400, 403, 404, 409, 413, 415, 422) },
      },
    },
    [`${certificates}/{travellerId}/restore`]: {
      post: {
        operationId: 'restoreCertificate',
        summary: 'Give it back',
        tags,
        security: tokenNeeded,
        requestParams: { path, header },
        responses: { 200: one, ...problems(400, 403, 404, 409) },
      },
    },
  },
};
