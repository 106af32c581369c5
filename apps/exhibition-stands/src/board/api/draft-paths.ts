import { z } from 'zod';
import { body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  actInput,
  candidatesOutput,
  changedOutput,
  comparisonOutput,
  draftOutput,
  fillInput,
  fillOutput,
  undoInput,
  undoneOutput,
} from './draft.schema.js';

const tags = ['Draft rotas'];
const common = { tags, security: tokenNeeded };
const path = z.object({
  id: z.string().meta({ description: 'The exhibition, by its id or its name in addresses.' }),
});
const fillPath = path.extend({ fillId: z.string() });
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const problems = problemsAbout('exhibition');
const root = `${apiPath}/exhibitions/{id}`;

const fillStep = (operationId: string, summary: string) => ({
  post: {
    ...common,
    operationId,
    summary,
    requestParams: { path: fillPath },
    responses: { 200: json('The fill.', fillOutput), ...problems(403, 404, 409) },
  },
});

export const draftApi: ApiPart = {
  tags,
  paths: {
    [`${root}/draft`]: {
      get: {
        ...common,
        operationId: 'readDraft',
        summary: 'Who is where in the draft, its gaps, and the rules that it breaks',
        requestParams: { path },
        responses: { 200: json('The draft.', draftOutput), ...problems(403, 404) },
      },
    },
    [`${root}/draft/acts`]: {
      post: {
        ...common,
        operationId: 'changeDraft',
        summary:
          'Put somebody on a shift, take them off, move, swap, pin, rule out; rules are marked, not enforced',
        requestParams: { path, header },
        requestBody: body(actInput),
        responses: {
          200: json('The draft’s version from now on.', changedOutput),
          ...problems(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    [`${root}/draft/undo`]: {
      post: {
        ...common,
        operationId: 'undoDraftStep',
        summary: 'Take back the last step; again and again, one after the other',
        requestParams: { path, header },
        requestBody: body(undoInput),
        responses: {
          200: json('The draft’s version from now on.', undoneOutput),
          ...problems(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    [`${root}/draft/comparison`]: {
      get: {
        ...common,
        operationId: 'compareDraft',
        summary: 'Who gains, loses or moves by the draft, beside what people were told',
        requestParams: { path },
        responses: { 200: json('What changes for whom.', comparisonOutput), ...problems(403, 404) },
      },
    },
    [`${root}/draft/shifts/{shiftId}/candidates`]: {
      get: {
        ...common,
        operationId: 'listCandidates',
        summary: 'Who could be in a shift, the best first, and what stands against the others',
        requestParams: { path: path.extend({ shiftId: z.string() }) },
        responses: { 200: json('Those who are not in it.', candidatesOutput), ...problems(403, 404) },
      },
    },
    [`${root}/fills`]: {
      post: {
        ...common,
        operationId: 'fillRota',
        summary: 'Search for the best rota; what is pinned stays',
        requestParams: { path, header },
        requestBody: body(fillInput),
        responses: {
          202: json(
            'The fill; ask for it again to see how far it is.',
            fillOutput,
            z.object({ Location: z.string() }),
          ),
          ...problems(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    [`${root}/fills/{fillId}`]: {
      get: {
        ...common,
        operationId: 'readFill',
        summary: 'How far a fill is, what it found and why it is so',
        requestParams: { path: fillPath },
        responses: { 200: json('The fill.', fillOutput), ...problems(403, 404) },
      },
    },
    [`${root}/fills/{fillId}/cancel`]: fillStep('cancelFill', 'Stop a search; the draft stays as it was'),
    [`${root}/fills/{fillId}/take`]: fillStep(
      'takeFill',
      'Take what was offered into the draft as it is now',
    ),
    [`${root}/fills/{fillId}/leave`]: fillStep('leaveFill', 'Leave the draft as it is'),
  },
};
