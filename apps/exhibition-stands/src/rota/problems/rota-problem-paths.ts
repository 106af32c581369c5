import { body, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { rotaAnswerOutput } from './rota-answer.schema.js';
import { rotaProblemInput } from './rota-problem.schema.js';

const tags = ['Rota problems'];
const problems = problemsAbout('problem');
const also = (status: 429 | 503, description: string) => {
  const [response] = Object.values(problems(400));
  return { [String(status)]: { ...response, description } };
};

/** The solver by itself, to have it solve or to see how good it is. */
export const rotaProblemsApi: ApiPart = {
  tags,
  paths: {
    [`${apiPath}/rota-problems`]: {
      post: {
        operationId: 'solveRotaProblem',
        summary: 'Find the best rota for people and slots, with proof and reasons; nothing is kept',
        description:
          'Answers when the best rota is proven, or after `seconds` with the best one so far. Allow for `seconds` and a few more until the answer comes; going away ends the search.',
        tags,
        security: tokenNeeded,
        requestBody: body(rotaProblemInput),
        responses: {
          200: json('The rota, how good it is, and why it is as it is.', rotaAnswerOutput),
          ...problems(400, 403, 413, 415, 422),
          ...also(429, 'You have had the solver for ten of the last twenty minutes; see `Retry-After`.'),
          ...also(
            503,
            '`busy`: another rota is being worked on; see `Retry-After`. `solver-crash`: try again.',
          ),
        },
      },
    },
  },
};
