import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { conflict } from '#platform';
import { archiveOf, type ArchivedFile } from './archive.js';
import { AskForPapers } from './ask-for-papers.js';

/** So many files are read at a time. */
const atATime = 10;

interface FileRow extends Omit<ArchivedFile, 'crc'> {
  readonly position: number;
  readonly crc: string;
}

/** Gives out the files of a making. */
@Injectable()
export class ReadFiles {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly ask: AskForPapers,
  ) {}

  /**
   * All of them in one archive, piece by piece.
   *
   * @throws Problem 404; 409 `not-made` while they are made, or where they are kept no longer
   */
  async archive(visitId: string, makingId: string): Promise<AsyncGenerator<Buffer>> {
    const { id, status } = await this.ask.one(visitId, makingId);
    if (status !== 'done' || !(await this.has(id)))
      throw conflict(
        'not-made',
        'There are no files of these papers, or not any more. Make everybody’s papers again.',
      );
    return archiveOf(this.files(id));
  }

  /** Whether there are files yet, or still. */
  async has(makingId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      'SELECT 1 FROM paper_files WHERE making_id = $1 LIMIT 1',
      [makingId],
    );
    return rows.length > 0;
  }

  private async *files(makingId: string): AsyncGenerator<ArchivedFile> {
    let position = -1;
    for (;;) {
      const rows: FileRow[] = await this.dataSource.query(
        `SELECT position, name, size, crc, deflated FROM paper_files
         WHERE making_id = $1 AND position > $2 ORDER BY position LIMIT $3`,
        [makingId, position, atATime],
      );
      for (const { crc, ...file } of rows) yield { ...file, crc: Number(crc) };
      const last = rows.at(-1);
      if (last === undefined) return;
      ({ position } = last);
    }
  }
}
