import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, json, problemsAbout } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { ownPaperOutput } from './papers.schema.js';

const tags = ['Papers'];
const problems = problemsAbout('paper');
const link = z.object({
  secret: z.string().meta({ description: 'From the link that was mailed to them.' }),
});

const own = (operationId: string, summary: string) => ({
  get: {
    tags,
    security: anybody,
    operationId,
    summary,
    requestParams: { path: link },
    responses: { 200: json('As it is.', ownPaperOutput), ...problems(404) },
  },
});

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/traveller-links/{secret}/programme`]: own(
    'ownProgramme',
    'All of a visit for one traveller, by their link, with what is different since the version before',
  ),
  [`${apiPath}/traveller-links/{secret}/emergency-card`]: own(
    'ownEmergencyCard',
    'What a traveller needs at hand when something goes wrong, by their link',
  ),
};

/** What travellers have in writing. */
export const papersApi: ApiPart = { tags, paths };
