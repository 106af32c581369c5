import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SeriesRow } from '../events/series.entity.js';
import { slugInWords } from '../events/domain/slug.js';

/** The series that there are, and their names. */
@Injectable()
export class SeriesChoices {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** By name. */
  async all(): Promise<readonly SeriesRow[]> {
    return this.dataSource.manager.find(SeriesRow, { order: { name: 'ASC', slug: 'ASC' } });
  }

  /**
   * Gives a series that was just begun the name that was typed for it, which may have more to it than the slug it came
   * to be by ("LGA events"). One that has a name of its own keeps it.
   */
  async name(slug: string, name: string): Promise<void> {
    await this.dataSource.manager.update(SeriesRow, { slug, name: slugInWords(slug) }, { name });
  }
}
