import type { FastifyRequest } from 'fastify';
import type { FieldProblem } from '#checks';
import { submittedValues, type SubmittedValues } from '#ui';
import { inspectUpload, receiveForm, type AcceptedFile, type FileKind, type SentFile } from '#uploads';
import { answerField } from '../domain/check-answers.js';
import type { Question } from '../domain/question.js';

/** What may be handed in as an answer. */
export const answerFiles = {
  kinds: ['pdf', 'png', 'jpeg'],
  mostBytes: 5 * 1024 * 1024,
} as const satisfies { readonly kinds: readonly FileKind[]; readonly mostBytes: number };

/** More files than a form of ours asks for. */
const mostFiles = 20;

export interface SentForm {
  readonly values: SubmittedValues;
  readonly files: ReadonlyMap<string, SentFile>;
}

/**
 * A form that may have files in it: one with none of them is sent the ordinary way.
 *
 * @throws Problem 413 for more than any form of ours sends
 */
export async function receiveAnswers(request: FastifyRequest): Promise<SentForm> {
  if (!request.isMultipart()) return { values: submittedValues(request.body), files: new Map() };
  return receiveForm(request, { mostBytes: answerFiles.mostBytes, mostFiles });
}

export interface InspectedFiles {
  readonly files: ReadonlyMap<string, AcceptedFile>;
  /** What is wrong with the others, at the fields of their questions. */
  readonly problems: readonly FieldProblem[];
}

/** Looks at the files that were sent for these questions; any others are left out. */
export function inspectFiles(
  questions: readonly Question[],
  sent: ReadonlyMap<string, SentFile>,
): InspectedFiles {
  const files = new Map<string, AcceptedFile>();
  const problems: FieldProblem[] = [];
  for (const { id, kind } of questions) {
    const field = answerField(id);
    const file = sent.get(field);
    if (kind !== 'file' || file === undefined) continue;
    const inspected = inspectUpload(file, { field, ...answerFiles });
    if (inspected.ok) files.set(id, inspected.value);
    else problems.push(...inspected.problems);
  }
  return { files, problems };
}
