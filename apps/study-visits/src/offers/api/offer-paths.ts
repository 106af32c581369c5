import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  answerOfferInput,
  extendInput,
  handOfferInput,
  offersOutput,
  ownOfferOutput,
} from './offer.schema.js';

const tags = ['Offers of places'];
const problems = problemsAbout('offer');
const string = z.string();
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const visit = z.object({
  id: string.meta({ description: 'The visit, by its id or its name in addresses.' }),
});
const link = z.object({
  secret: string.meta({ description: 'From the link that was mailed to the applicant.' }),
});
const own = z.object({ applicationId: string });

const own200 = { 200: json('The offer as it is now.', ownOfferOutput, etag) };
const list200 = { 200: json('All offers, and who waits.', offersOutput) };
const writing = problems(400, 403, 404, 409, 413, 415, 422);

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/visits/{id}/offers`]: {
    get: {
      tags,
      security: tokenNeeded,
      operationId: 'listOffers',
      summary: 'Who is offered a place, who has answered, who waits; for staff',
      requestParams: { path: visit },
      responses: { ...list200, ...problems(403, 404) },
    },
    post: {
      tags,
      security: tokenNeeded,
      operationId: 'offerPlace',
      summary: 'Offer a place out of turn, within the limits or with one set aside',
      requestParams: { path: visit, header },
      requestBody: body(handOfferInput),
      responses: { ...list200, ...writing },
    },
  },
  [`${apiPath}/visits/{id}/offers/{applicationId}/deadline`]: {
    post: {
      tags,
      security: tokenNeeded,
      operationId: 'extendOffer',
      summary: 'Give longer to answer, or offer again what has lapsed',
      requestParams: { path: visit.extend({ applicationId: string }), header },
      requestBody: body(extendInput),
      responses: { ...list200, ...writing },
    },
  },
  [`${apiPath}/application-links/{secret}/offer`]: {
    get: {
      tags,
      security: anybody,
      operationId: 'readOfferByLink',
      summary: 'What an applicant is offered',
      requestParams: { path: link },
      responses: { ...own200, ...problems(404) },
    },
    post: {
      tags,
      security: anybody,
      operationId: 'answerOfferByLink',
      summary: 'Accept or decline the place; 409 `offer-lapsed` after the deadline',
      requestParams: { path: link, header },
      requestBody: body(answerOfferInput),
      responses: { ...own200, ...writing },
    },
  },
  [`${apiPath}/offers/{applicationId}`]: {
    get: {
      tags,
      security: tokenNeeded,
      operationId: 'readOffer',
      summary: 'The same signed in, for the applicant and who books for their organisation',
      requestParams: { path: own },
      responses: { ...own200, ...problems(403, 404) },
    },
    post: {
      tags,
      security: tokenNeeded,
      operationId: 'answerOffer',
      summary: 'Accept or decline the place; 409 `offer-lapsed` after the deadline',
      requestParams: { path: own, header },
      requestBody: body(answerOfferInput),
      responses: { ...own200, ...writing },
    },
  },
};

/** Offers of places on visits, for programs. */
export const offersApi: ApiPart = { tags, paths };
