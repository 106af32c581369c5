import { z } from 'zod';
import { anybody, body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  answerInput,
  askOutput,
  coverInput,
  coverOutput,
  dropOutInput,
  ownNowOutput,
  presenceInput,
  todayOutput,
} from './day.schema.js';

const tag = 'The day on the stand';
const exhibition = z.object({
  id: z.string().meta({ description: 'The exhibition, by its id or its name.' }),
});
const assignment = exhibition.extend({ assignmentId: z.uuid() });
const shift = exhibition.extend({ shiftId: z.uuid() });
const link = z.object({ secret: z.string().meta({ description: 'From the link that was mailed to them.' }) });
const ownShift = link.extend({ assignmentId: z.uuid() });
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const problems = problemsAbout('exhibition');
const written = problems(400, 403, 404, 409, 413, 415, 422);

const read = (
  operationId: string,
  summary: string,
  path: z.ZodObject,
  output: z.ZodType,
  isOpen = false,
) => ({
  get: {
    tags: [tag],
    security: isOpen ? anybody : tokenNeeded,
    operationId,
    summary,
    requestParams: { path },
    responses: { 200: json('As it is now.', output), ...problems(403, 404) },
  },
});

interface Write {
  readonly path: z.ZodObject;
  readonly input?: z.ZodType;
  readonly output: z.ZodType;
  readonly status?: 200 | 201;
  readonly isOpen?: boolean;
}

const write = (
  operationId: string,
  summary: string,
  { path, input, output, status = 200, isOpen = false }: Write,
) => ({
  post: {
    tags: [tag],
    security: isOpen ? anybody : tokenNeeded,
    operationId,
    summary,
    requestParams: { path, header },
    ...(input !== undefined && { requestBody: body(input) }),
    responses: { [status]: json('As it is now.', output), ...written },
  },
});

const today = `${apiPath}/exhibitions/{id}/today`;
const own = `${apiPath}/team-links/{secret}`;

/** Dropping out, stepping in, checking in. */
export const dayApi: ApiPart = {
  tags: [tag],
  paths: {
    [today]: read('readStandToday', 'Who is on, due, late and next, for staff', exhibition, todayOutput),
    [`${today}/assignments/{assignmentId}/presence`]: write('sayPresence', 'Say who has come, for staff', {
      path: assignment,
      input: presenceInput,
      output: todayOutput,
    }),
    [`${today}/assignments/{assignmentId}/drop-out`]: write(
      'dropSomebodyOut',
      'Write down for somebody that they cannot do a shift, for staff',
      { path: assignment, input: dropOutInput, output: todayOutput },
    ),
    [`${today}/shifts/{shiftId}`]: read(
      'readShiftCover',
      'Who could step into a shift, why not the others, and who is asked, for staff',
      shift,
      coverOutput,
    ),
    [`${today}/shifts/{shiftId}/requests`]: write('askForCover', 'Ask people to step in, for staff', {
      path: shift,
      input: coverInput,
      output: coverOutput,
      status: 201,
    }),
    [`${today}/requests/{requestId}/stop`]: write('stopAskingForCover', 'Ask nobody any more, for staff', {
      path: exhibition.extend({ requestId: z.uuid() }),
      output: todayOutput,
    }),
    [`${own}/now`]: read('readOwnStandNow', 'Who is on the stand now', link, ownNowOutput, true),
    [`${own}/shifts/{assignmentId}/drop-out`]: write('dropOut', 'That you cannot do a shift', {
      path: ownShift,
      input: dropOutInput,
      output: ownNowOutput,
      isOpen: true,
    }),
    [`${own}/shifts/{assignmentId}/check-in`]: write('checkIn', 'That you are there', {
      path: ownShift,
      output: ownNowOutput,
      isOpen: true,
    }),
    [`${apiPath}/cover-links/{secret}`]: read(
      'readCoverAsk',
      'What somebody is asked to step into',
      link,
      askOutput,
      true,
    ),
    [`${apiPath}/cover-links/{secret}/answers`]: write(
      'answerCoverAsk',
      'Whether they step in: the first to accept has it, the others get 409 `filled`',
      { path: link, input: answerInput, output: askOutput, isOpen: true },
    ),
  },
};
