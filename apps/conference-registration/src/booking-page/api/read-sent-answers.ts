import type { z } from 'zod';
import { unprocessable } from '#platform';
import { inspectUpload, type AcceptedFile } from '#uploads';
import { sameAnswer, type Answer, type Answers } from '../../questions/domain/answer.js';
import { withheldAnswers } from '../../questions/domain/confidences.js';
import { answerField } from '../../questions/domain/check-answers.js';
import { answerFiles } from '../../questions/form/receive-answers.js';
import type { aboutInput } from './journey.schema.js';

type SentAnswers = z.output<typeof aboutInput>['answers'];

/** Answers as a use case takes them: new files apart. */
export interface ReadSentAnswers {
  readonly answers: Answers;
  readonly files: ReadonlyMap<string, AcceptedFile>;
}

/**
 * @param kept what is there: of files, only these can be named by their id
 * @param withheld the questions of which whoever sends this was not shown the answers: these stay unless others are sent
 * @throws Problem 422 for files that are not accepted
 */
export function readSentAnswers(
  sent: SentAnswers,
  kept: Answers,
  withheld: ReadonlySet<string> = new Set(),
): ReadSentAnswers {
  const answers = new Map<string, Answer>(withheldAnswers(kept, withheld));
  const files = new Map<string, AcceptedFile>();
  for (const [id, answer] of Object.entries(sent)) {
    if (typeof answer === 'string' || Array.isArray(answer)) {
      answers.set(id, answer);
    } else if ('base64' in answer) {
      const field = answerField(id);
      const bytes = Buffer.from(answer.base64, 'base64');
      const inspected = inspectUpload(
        { name: answer.name, bytes, isTooLarge: false },
        { field, ...answerFiles },
      );
      if (!inspected.ok) throw unprocessable(inspected.problems);
      files.set(id, inspected.value);
    } else {
      const there = kept.get(id);
      if (!sameAnswer(there, answer) || there === undefined) throw noSuchFile(id);
      answers.set(id, there);
    }
  }
  return { answers, files };
}

const noSuchFile = (id: string) =>
  unprocessable([
    { field: answerField(id), code: 'unknown-file', message: 'There is no such file here. Send it again.' },
  ]);
