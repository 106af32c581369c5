import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayFromIso } from '#checks';
import { dayBoxes, type SubmittedValues } from '#ui';
import { ReadInterpreters } from '../../interpreters/read-interpreters.js';
import type { ThingKind } from '../../plans/thing-kind.js';
import { ThingForms } from '../../plans/thing-forms.js';
import { FindVisit } from '../../visits/find-visit.js';
import type { PlannedItem } from '../item-of.js';
import { KeepItems, type WantedItem } from '../keep-items.js';
import { ReadItinerary } from '../read-itinerary.js';
import { ItemFields } from './item-fields.js';
import { fillItem, itemNames, readItem } from './item-form.js';

/** Adds, changes, copies and deletes an item of an itinerary. */
@Controller('visits/manage/:id/itinerary')
export class ItemFormsPage {
  constructor(
    private readonly forms: ThingForms,
    private readonly visits: FindVisit,
    private readonly itinerary: ReadItinerary,
    private readonly interpreters: ReadInterpreters,
    private readonly keep: KeepItems,
  ) {}

  /** `?copy=` another one, or `?day=` on a day. */
  @Get('new')
  async showNew(
    @Param('id') visitId: string,
    @Query('copy') copied: unknown,
    @Query('day') day: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const filled = await this.filled(visitId, copied, day);
    return this.forms.showNew(await this.kind(visitId), { request, reply, visitId }, filled);
  }

  @Post('new')
  async add(@Param('id') visitId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.saveNew(await this.kind(visitId), { request, reply, visitId });
  }

  @Get(':itemId/edit')
  async showEdit(
    @Param('id') visitId: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showEdit(await this.kind(visitId, id), { request, reply, visitId }, id);
  }

  @Post(':itemId/edit')
  async save(
    @Param('id') visitId: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.saveEdit(await this.kind(visitId, id), { request, reply, visitId }, id);
  }

  @Get(':itemId/delete')
  async showDelete(
    @Param('id') visitId: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showDelete(await this.kind(visitId), { request, reply, visitId }, id);
  }

  @Post(':itemId/delete')
  async remove(
    @Param('id') visitId: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.remove(await this.kind(visitId), { request, reply, visitId }, id);
  }

  private async filled(visitId: string, copied: unknown, day: unknown): Promise<SubmittedValues> {
    if (typeof copied === 'string') {
      return fillItem(await this.itinerary.one({ visitId, id: copied }), []);
    }
    const wanted = typeof day === 'string' ? dayFromIso(day, 'day') : null;
    return wanted?.ok === true ? dayBoxes('starts', wanted.value) : {};
  }

  /** @param itemId of the one that is changed */
  private async kind(visitId: string, itemId?: string): Promise<ThingKind<PlannedItem, WantedItem>> {
    const visit = await this.visits.byId(visitId);
    const itinerary = await this.itinerary.of(visit);
    const interpreters = await this.interpreters.all();
    const booked = itinerary.interpreters.filter(
      ({ itemIds }) => itemId !== undefined && itemIds.includes(itemId),
    );
    const isPublished = itemId !== undefined && (await this.itinerary.isPublished(itemId));
    return {
      part: 'itinerary',
      what: 'item',
      mayDelete: () => !isPublished,
      names: itemNames,
      title: ({ title }) => title,
      fill: (item) =>
        fillItem(
          item,
          booked.map(({ id }) => id),
        ),
      read: readItem,
      fields: async (form) => <ItemFields form={form} itinerary={itinerary} interpreters={interpreters} />,
      one: (which) => this.itinerary.one(which),
      saysAlready: (item, wanted) => this.keep.saysAlready(item, itinerary, wanted),
      add: (...given) => this.keep.add(...given),
      edit: (...given) => this.keep.edit(...given),
      remove: (...given) => this.keep.remove(...given),
    };
  }
}
