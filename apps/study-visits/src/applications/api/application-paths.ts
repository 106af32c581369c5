import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, json, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { questions } from '../domain/application.js';
import {
  aboutInput,
  accessInput,
  answerInput,
  applicationOutput,
  askedOutput,
  begunOutput,
  colleaguesInput,
  linesOutput,
  linkInput,
  refereeInput,
  referenceInput,
  referenceOutput,
} from './application.schema.js';
import { byLink, get, post, put, tags, visitPath, written, type Security } from './describing.js';
import { staffPaths } from './staff-application-paths.js';

const byId = z.object({ id: z.uuid() });

/** An application, for whoever looks after it. @param name ends the names of its operations */
function application(
  base: string,
  name: string,
  path: z.ZodObject,
  security: Security,
): ZodOpenApiPathsObject {
  const output = applicationOutput;
  const question = path.extend({ question: z.enum(questions) });
  const reference = path.extend({ referenceId: z.uuid() });
  return {
    [base]: { get: get(`read${name}`, 'An application, and what is still to do', path, output, security) },
    [`${base}/about`]: {
      put: put(`saveAbout${name}`, 'Say who applies', path, aboutInput, output, security),
    },
    [`${base}/answers/{question}`]: {
      put: put(
        `answer${name}`,
        'Answer a question; a draft need not have all answers',
        question,
        answerInput,
        output,
        security,
      ),
    },
    [`${base}/access`]: {
      get: get(
        `readNeeds${name}`,
        'What the applicant needs, for themselves alone',
        path,
        accessInput,
        security,
      ),
      put: {
        operationId: `saveNeeds${name}`,
        summary: 'Say what one needs; it is kept sealed, apart from the application',
        tags,
        security,
        requestParams: { path },
        requestBody: body(accessInput),
        responses: { 200: json('What is kept.', accessInput), ...written },
      },
    },
    [`${base}/submit`]: {
      post: post(
        `submit${name}`,
        'Submit it: 409 `applications-closed` from the closing instant on, the draft is kept',
        { path, output, security },
      ),
    },
    [`${base}/withdraw`]: {
      post: post(`withdraw${name}`, 'Withdraw it', { path, output: null, status: 204, security }),
    },
    [`${base}/references`]: {
      post: post(`askReference${name}`, 'Ask a colleague for a reference, by mail', {
        path,
        input: refereeInput,
        output,
        security,
      }),
    },
    [`${base}/references/{referenceId}/remind`]: {
      post: post(`remindReferee${name}`, 'Remind them, once in three days', {
        path: reference,
        output,
        security,
      }),
    },
  };
}

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/visits/{id}/application-links`]: {
    post: post('askApplicationLink', 'Begin to apply without an account: the link comes by mail', {
      path: visitPath,
      input: linkInput,
      output: askedOutput,
      status: 202,
      security: anybody,
    }),
  },
  [`${apiPath}/visits/{id}/my-application`]: {
    post: post('beginApplication', 'Begin to apply, with what is known of you', {
      path: visitPath,
      output: applicationOutput,
      status: 201,
    }),
  },
  [`${apiPath}/visits/{id}/colleagues`]: {
    post: post(
      'signUpColleagues',
      'Begin an application for each of several colleagues: all of them or none',
      {
        path: visitPath,
        input: colleaguesInput,
        output: begunOutput,
        status: 201,
      },
    ),
  },
  [`${apiPath}/organisations/{organisationId}/applications`]: {
    get: get(
      'listOrganisationApplications',
      'Who of an organisation applies, for its booking-contacts',
      z.object({ organisationId: z.string() }),
      linesOutput,
    ),
  },
  ...application(`${apiPath}/application-links/{secret}`, 'ApplicationByLink', byLink, anybody),
  [`${apiPath}/my-applications`]: {
    get: get('listOwnApplications', 'What you applied for', null, linesOutput),
  },
  ...application(`${apiPath}/my-applications/{id}`, 'OwnApplication', byId, tokenNeeded),
  [`${apiPath}/my-applications/{id}/link`]: {
    post: post('sendLinkOwnApplication', 'Send the applicant their link again', {
      path: byId,
      output: askedOutput,
      status: 202,
    }),
  },
  [`${apiPath}/reference-links/{secret}`]: {
    get: get(
      'readReference',
      'For whom a reference is asked, and what was written',
      byLink,
      referenceOutput,
      anybody,
    ),
    put: put(
      'giveReference',
      'Give a reference, or change it',
      byLink,
      referenceInput,
      referenceOutput,
      anybody,
    ),
  },
  [`${apiPath}/reference-links/{secret}/decline`]: {
    post: post('declineReference', 'Say that one cannot give a reference', {
      path: byLink,
      output: referenceOutput,
      security: anybody,
    }),
  },
  ...staffPaths,
};

export const applicationsApi: ApiPart = { tags, paths };
