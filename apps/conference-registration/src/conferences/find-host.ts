import { Injectable } from '@nestjs/common';
import { FindOrganisation } from '#people';
import type { Host } from './domain/conference.js';

/** Finds the host that staff named among the organisations that are known. */
@Injectable()
export class FindHost {
  constructor(private readonly organisations: FindOrganisation) {}

  /** @returns without an organisation where none has exactly this name; `null` when blank */
  async named(text: string | null): Promise<Host | null> {
    const name = text?.trim() ?? '';
    if (name === '') return null;
    const found = await this.organisations.bySearch(name);
    const same = found.find((organisation) => organisation.name.toLowerCase() === name.toLowerCase());
    return { organisationId: same?.id ?? null, name: same?.name ?? name };
  }
}
