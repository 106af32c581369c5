import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  checkChoice,
  checkOptionalText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import { dateOf, Problem, unprocessable, valueOf, type Actor } from '#platform';
import { inspectUpload, statusOfProblems, type AcceptedFile, type FileKind, type SentFile } from '#uploads';
import { isId } from '../domain/ids.js';
import { ChangePlan } from '../plans/change-plan.js';
import { noSuchThing } from '../plans/problems.js';
import { CLOCK, type Clock } from '../tokens.js';
import { DocumentRow } from './document.entity.js';
import { documentAudiences, type DocumentAudience } from './domain/audience.js';
import { audienceWords } from './in-words.js';

/** What may be kept. */
export const documentFiles = {
  kinds: ['pdf', 'png', 'jpeg', 'csv'],
  mostBytes: 10 * 1024 * 1024,
} as const satisfies { readonly kinds: readonly FileKind[]; readonly mostBytes: number };

/** More documents than this are an archive. */
const mostDocuments = 50;

/** A file as it was sent, with what it is. */
export interface DocumentInput {
  readonly file: SentFile | null;
  readonly note: string;
  /** Who may have it; one of `documentAudiences`. */
  readonly audience: string;
}

/** What tells one file from another: its name and all that is in it. */
export const fingerprintOf = (file: SentFile | null): string =>
  file === null ? '' : `${file.name} ${createHash('sha256').update(file.bytes).digest('base64url')}`;

/** Keeps the files about a visit. */
@Injectable()
export class KeepDocuments {
  constructor(
    private readonly plan: ChangePlan,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Without their content, by name. */
  of(visitId: string): Promise<DocumentRow[]> {
    return this.dataSource.manager.find(DocumentRow, {
      where: { visitId },
      order: { name: 'ASC', id: 'ASC' },
    });
  }

  /** Those that somebody may have who is not staff. @param isTraveller whether they travel with the visit */
  shared(visitId: string, isTraveller: boolean): Promise<DocumentRow[]> {
    return this.dataSource.manager.find(DocumentRow, {
      where: { visitId, audience: In(audiencesOf(isTraveller)) },
      order: { name: 'ASC', id: 'ASC' },
    });
  }

  /** One of those, with its content. @throws Problem 404, also for one that is not for them */
  async sharedOne(visitId: string, id: string, isTraveller: boolean): Promise<DocumentRow> {
    const row = await this.one(visitId, id);
    if (!audiencesOf(isTraveller).includes(row.audience)) throw noSuchThing('document');
    return row;
  }

  /** @throws Problem 404; 413 for a file that is too large; 422 with every field that needs attention */
  add(manager: EntityManager, actor: Actor, visitId: string, input: DocumentInput): Promise<DocumentRow> {
    return this.plan.within(manager, actor, visitId, async () => {
      const { file, note, audience } = accept(input);
      if ((await manager.countBy(DocumentRow, { visitId })) >= mostDocuments) {
        const message = `There are ${mostDocuments} documents already. Delete one that nobody needs first.`;
        throw unprocessable([{ field: 'file', code: 'too-many', message }]);
      }
      const id = uuidv7();
      await manager.insert(DocumentRow, {
        id,
        visitId,
        name: file.name,
        note,
        audience,
        mediaType: file.mediaType,
        size: file.bytes.byteLength,
        content: Buffer.from(file.bytes),
        uploadedAt: dateOf(this.clock()),
      });
      const result = await manager.findOneByOrFail(DocumentRow, { id });
      const action = `Document added for ${audienceWords[audience].toLowerCase()}: “${file.name}”`;
      return { result, change: { action, changes: [] } };
    });
  }

  /** With its content. @throws Problem 404 */
  async one(visitId: string, id: string): Promise<DocumentRow> {
    const row = isId(visitId) && isId(id) ? await this.withContent(visitId, id) : null;
    if (row === null) throw noSuchThing('document');
    return row;
  }

  /** @throws Problem 404 */
  remove(actor: Actor, visitId: string, id: string): Promise<DocumentRow> {
    return this.plan.run(actor, visitId, async ({ manager }) => {
      const row = isId(id) ? await manager.findOneBy(DocumentRow, { id, visitId }) : null;
      if (row === null) throw noSuchThing('document');
      await manager.delete(DocumentRow, { id });
      return { result: row, change: { action: `Document deleted: “${row.name}”`, changes: [] } };
    });
  }

  private withContent(visitId: string, id: string): Promise<DocumentRow | null> {
    return this.dataSource.manager
      .createQueryBuilder(DocumentRow, 'document')
      .addSelect('document.content')
      .where({ id, visitId })
      .getOne();
  }
}

const audiencesOf = (isTraveller: boolean): readonly DocumentAudience[] =>
  isTraveller ? ['travellers', 'everyone'] : ['everyone'];

interface AcceptedDocument {
  readonly file: AcceptedFile;
  readonly note: string;
  readonly audience: DocumentAudience;
}

/** @throws Problem 413, 422 */
function accept({ file: sent, note: text, audience: chosen }: DocumentInput): AcceptedDocument {
  const note = checkOptionalText(text, 'note', { longest: 200 });
  const file: Checked<AcceptedFile> =
    sent === null
      ? refuse('file', 'missing', 'Choose a file.')
      : inspectUpload(sent, { field: 'file', ...documentFiles });
  const audience = checkChoice<DocumentAudience>(
    chosen,
    documentAudiences,
    'audience',
    'Say who may have it.',
  );
  if (file.ok && note.ok && audience.ok) {
    return { file: file.value, note: note.value ?? '', audience: audience.value };
  }
  const problems = problemsOf<FieldProblem>(file, note, audience);
  if (statusOfProblems(problems) === 422) return valueOf<AcceptedDocument>(refused(...problems));
  throw new Problem({
    status: 413,
    code: 'file-too-large',
    title: 'There is a problem',
    detail: problems.map(({ message }) => message).join(' '),
    fields: problems,
  });
}
