import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Problem, unprocessable } from '#platform';
import { inspectUpload, statusOfProblems, type FileKind, type SentFile } from '#uploads';
import { ExpenseReceiptRow, ExpenseRow } from './expense.entities.js';
import { noSuchExpense } from './problems.js';
import type { KeptExpense } from './expense-of.js';

/** What a receipt may be. Phones that keep their pictures as HEIC send them as JPEG where that is asked for. */
export const receiptFiles = {
  kinds: ['pdf', 'jpeg', 'png'],
  mostBytes: 10 * 1024 * 1024,
} as const satisfies { readonly kinds: readonly FileKind[]; readonly mostBytes: number };

/** A receipt that may be kept. */
export interface CheckedReceipt {
  readonly name: string;
  readonly mediaType: string;
  /** Of its content, in base64url. */
  readonly digest: string;
  readonly bytes: Uint8Array;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

/** What tells one file from another, for a form that is sent twice. */
export const receiptFingerprint = (file: SentFile | null): string =>
  file === null ? '' : `${file.name} ${digestOf(file.bytes)}`;

/**
 * Looks at a receipt that somebody sent, before any lock is taken.
 *
 * @param file `null`: none was sent
 * @throws Problem 413 where it is too large; 422 where it is no whole file of the kinds that are taken
 */
export function checkReceipt(file: SentFile | null): CheckedReceipt | null {
  if (file === null) return null;
  const inspected = inspectUpload(file, { field: 'file', ...receiptFiles });
  if (inspected.ok) {
    const { name, mediaType, bytes } = inspected.value;
    return { name, mediaType, digest: digestOf(bytes), bytes };
  }
  const problems = inspected.problems.map((problem) =>
    problem.code === 'file-too-large' ? { ...problem, message: tooLarge } : problem,
  );
  if (statusOfProblems(problems) === 422) throw unprocessable(problems);
  throw new Problem({
    status: 413,
    code: 'file-too-large',
    title: 'There is a problem',
    detail: tooLarge,
    fields: problems,
  });
}

const tooLarge =
  'This file is larger than 10 MB, so it was not kept. Take a photo of the receipt, or save it as a PDF or a JPEG or PNG picture with less detail, and choose that.';

/** Keeps receipts, one to an expense, and gives them out. */
@Injectable()
export class Receipts {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Keeps it in place of what there is. */
  async keep(
    manager: EntityManager,
    expenseId: string,
    { name, mediaType, digest, bytes }: CheckedReceipt,
  ): Promise<void> {
    await manager.upsert(ExpenseReceiptRow, { expenseId, content: Buffer.from(bytes) }, ['expenseId']);
    await manager.update(
      ExpenseRow,
      { id: expenseId },
      { receiptName: name, receiptType: mediaType, receiptDigest: digest },
    );
  }

  /** @throws Problem 404 where there is none */
  async content({ id }: Pick<KeptExpense, 'id'>): Promise<Buffer> {
    const row = await this.dataSource.manager.findOneBy(ExpenseReceiptRow, { expenseId: id });
    if (row === null) throw noSuchExpense();
    return row.content;
  }
}
