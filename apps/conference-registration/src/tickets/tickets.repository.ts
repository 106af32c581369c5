import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import type { Price } from '../catalogue/domain/catalogue.js';
import { isId } from '../domain/ids.js';
import { categories } from '../members/domain/organisation.js';
import { noSuchThing } from '../set-up/problems.js';
import type { TicketDetails } from './domain/ticket-details.js';
import type { Ticket } from './domain/ticket.js';
import { PriceRow } from './price.entity.js';
import { ticketFrom, ticketValues } from './ticket-rows.js';
import { TicketTypeRow } from './ticket-type.entity.js';

/** Whose ticket types, and the clock by which their days begin. */
export interface Place {
  readonly id: string;
  /** IANA. */
  readonly zone: string;
}

/** Where ticket types and their prices are kept. */
@Injectable()
export class TicketsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All of a conference's, in their order. */
  async list({ id, zone }: Place, manager = this.dataSource.manager): Promise<Ticket[]> {
    const rows = await manager.find(TicketTypeRow, {
      where: { conferenceId: id },
      order: { position: 'ASC', id: 'ASC' },
    });
    const prices = await this.prices(
      manager,
      rows.map((row) => row.id),
    );
    return rows.map((row) =>
      ticketFrom(
        row,
        prices.filter(({ ticketTypeId }) => ticketTypeId === row.id),
        zone,
      ),
    );
  }

  /** @throws Problem 404, also for one of another conference's */
  async read({ id, zone }: Place, ticketId: string, manager = this.dataSource.manager): Promise<Ticket> {
    const row = isId(ticketId)
      ? await manager.findOneBy(TicketTypeRow, { id: ticketId, conferenceId: id })
      : null;
    if (row === null) throw noSuchThing('ticket or add-on');
    return ticketFrom(row, await this.prices(manager, [ticketId]), zone);
  }

  async add(manager: EntityManager, place: Place, ticket: Ticket): Promise<void> {
    const { id, position, version, ...details } = ticket;
    await manager.insert(TicketTypeRow, {
      ...ticketValues(details, place.zone),
      id,
      conferenceId: place.id,
      position,
      withdrawnAt: null,
      version,
    });
    await this.setPrices(manager, id, details.prices);
  }

  async update(
    manager: EntityManager,
    place: Place,
    change: { readonly id: string; readonly version: number; readonly details: TicketDetails },
  ): Promise<void> {
    const { id, version, details } = change;
    await manager.update(TicketTypeRow, { id }, { ...ticketValues(details, place.zone), version });
    await manager.delete(PriceRow, { ticketTypeId: id });
    await this.setPrices(manager, id, details.prices);
  }

  private async setPrices(manager: EntityManager, id: string, prices: readonly Price[]): Promise<void> {
    if (prices.length === 0) return;
    await manager.insert(
      PriceRow,
      prices.map(({ category, until, pence }) => ({ ticketTypeId: id, category, until, pence })),
    );
  }

  private async prices(manager: EntityManager, ids: readonly string[]): Promise<PriceRow[]> {
    const rows = await manager.find(PriceRow, {
      where: { ticketTypeId: In([...ids]) },
      order: { until: 'ASC' },
    });
    return rows.toSorted((a, b) => categories.indexOf(a.category) - categories.indexOf(b.category));
  }
}
