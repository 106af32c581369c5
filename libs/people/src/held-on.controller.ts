import { Controller, Get, Param } from '@nestjs/common';
import { heldDataPath, type HeldSection } from '#platform';
import { HeldOn } from './held-on.js';

/** Tells `members` what is held here on a person, who has asked for it there. */
@Controller()
export class HeldOnController {
  constructor(private readonly held: HeldOn) {}

  @Get(heldDataPath)
  tell(@Param('personId') personId: string): Promise<HeldSection[]> {
    return this.held.of(personId);
  }
}
