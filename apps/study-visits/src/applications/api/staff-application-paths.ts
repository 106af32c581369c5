import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { apiPath } from '../../openapi/api-part.js';
import {
  applicationsPage,
  applicationsQuery,
  correctionInput,
  countsOutput,
  putInInput,
  staffApplicationOutput as output,
  typedInput,
} from './application.schema.js';
import { get, post, put, visitPath } from './describing.js';

const path = visitPath.extend({ applicationId: z.uuid() });
const base = `${apiPath}/visits/{id}/applications`;

/** The applications for a visit, for staff. */
export const staffPaths: ZodOpenApiPathsObject = {
  [base]: {
    get: {
      ...get('listApplications', 'The applications for a visit, for staff', visitPath, applicationsPage),
      requestParams: { path: visitPath, query: applicationsQuery },
    },
    post: post('putInApplication', 'Put in what came by post; after the deadline with a reason', {
      path: visitPath,
      input: typedInput,
      output,
      status: 201,
    }),
  },
  [`${apiPath}/visits/{id}/application-counts`]: {
    get: get('countApplications', 'How many applied, beside the limits', visitPath, countsOutput),
  },
  [`${base}/{applicationId}`]: {
    get: get('readApplication', 'An application, for staff', path, output),
  },
  [`${base}/{applicationId}/correction`]: {
    put: put(
      'correctApplication',
      'Put right what it counts as, until the applicants are told',
      path,
      correctionInput,
      output,
    ),
  },
  [`${base}/{applicationId}/put-in`]: {
    post: post('putInDraft', 'Submit somebody’s draft for them', {
      path,
      input: putInInput,
      output,
    }),
  },
  [`${base}/{applicationId}/withdraw`]: {
    post: post('withdrawForApplicant', 'Withdraw it for the applicant', {
      path,
      output,
    }),
  },
  [`${base}/{applicationId}/link`]: {
    post: post('sendApplicationLink', 'Send the applicant their link, once in ten minutes', {
      path,
      output,
    }),
  },
  [`${base}/{applicationId}/references/{referenceId}/remind`]: {
    post: post('remindRefereeForApplicant', 'Remind whoever was asked for a reference, once in an hour', {
      path: path.extend({ referenceId: z.uuid() }),
      output,
    }),
  },
};
