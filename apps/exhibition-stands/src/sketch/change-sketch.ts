import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { changesBetween } from '#checks';
import { valueOf, type Actor } from '#platform';
import { ChangeExhibition, type SeenExhibition } from '../exhibitions/change-exhibition.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import { checkSketch, type Sketch, type SketchInput } from './domain/sketch.js';
import { sketchInWords } from './in-words.js';

/** The floor of a stand, as staff draw it. */
@Injectable()
export class ChangeSketch {
  constructor(
    private readonly change: ChangeExhibition,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** `null`: none was drawn. */
  async of(exhibitionId: string, manager: EntityManager = this.dataSource.manager): Promise<Sketch | null> {
    const row = await manager.findOneBy(ExhibitionRow, { id: exhibitionId });
    // It was checked when it was written.
    return (row?.sketch ?? null) as Sketch | null;
  }

  /** Whether the floor is already what a form says: a second press of its button. */
  saysAlready(sketch: Sketch | null, input: SketchInput): boolean {
    const checked = checkSketch(input);
    return checked.ok && changesBetween(sketchInWords(sketch), sketchInWords(checked.value)).length === 0;
  }

  /** @throws Problem 404; 409 `edited-meanwhile` or `exhibition-ended`; 422 with every field that needs attention */
  run(actor: Actor, seen: SeenExhibition, input: SketchInput): Promise<Exhibition> {
    return this.change.edit(actor, seen, async (manager, { id }) => {
      const sketch = valueOf(checkSketch(input));
      const before = await this.of(id, manager);
      const changes = changesBetween(sketchInWords(before), sketchInWords(sketch));
      return changes.length === 0 ? null : { columns: { sketch }, action: 'Floor changed', changes };
    });
  }
}
