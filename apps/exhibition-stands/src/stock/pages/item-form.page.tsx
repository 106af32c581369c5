import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce, Transactions } from '#platform';
import {
  form,
  pickFields,
  readToken,
  readVersion,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  type Form,
  type SentForm,
} from '#ui';
import { itemPath, stockPath } from '../addresses.js';
import { FindStock } from '../reading/find-stock.js';
import { SaveItem } from '../setting-up/save-item.js';
import { fillItem, ItemFields, itemNames, readItem } from './item-fields.js';

/** Adding an item to the stock, and changing what is said of one. */
@Controller('stands/stock/items')
export class ItemFormPage {
  constructor(
    private readonly site: Site,
    private readonly find: FindStock,
    private readonly save: SaveItem,
    private readonly runOnce: RunOnce,
    private readonly transactions: Transactions,
  ) {}

  @Get('new')
  showNew(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return sendForm(this.site, request, reply, newItem(form(), randomUUID()));
  }

  @Post('new')
  async add(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(body);
    const values = pickFields(sent, itemNames);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const id = await this.runOnce.run(
        actor,
        token,
        { ...values, kind: 'stock-item' },
        async (manager) => (await this.save.add(manager, actor, readItem(values))).id,
      );
      return this.site.redirect(reply, itemPath(id), { type: 'success', text: 'The item is added.' });
    } catch (error) {
      const shown = form(values, refusedFields(error, itemNames));
      return sendForm(this.site, request, reply, newItem(shown, token));
    }
  }

  @Get(':itemId/edit')
  async showEdit(@Param('itemId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const item = await this.find.item(id);
    return sendForm(this.site, request, reply, editItem(id, form(fillItem(item)), item.version));
  }

  @Post(':itemId/edit')
  async edit(
    @Param('itemId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, itemNames);
    const item = await this.find.item(id);
    const version = readVersion(sent) ?? 0;
    const saved = fillItem(item);
    // A second press saves what is saved already.
    if (version !== item.version && itemNames.every((name) => saved[name] === values[name])) {
      return this.site.redirect(reply, itemPath(id));
    }
    try {
      await this.transactions.run((manager) =>
        this.save.change(manager, actorOf(request), { id, version }, readItem(values)),
      );
      return this.site.redirect(reply, itemPath(id), { type: 'success', text: 'The changes are saved.' });
    } catch (error) {
      const shown = form(values, refusedFields(error, itemNames));
      return sendForm(this.site, request, reply, editItem(id, shown, version));
    }
  }
}

const newItem = (shown: Form, token: string): SentForm => ({
  heading: 'Add an item to the stock',
  action: `${stockPath}/items/new`,
  back: stockPath,
  form: shown,
  hidden: { once: token },
  saveLabel: 'Add the item',
  children: <ItemFields form={shown} />,
});

const editItem = (id: string, shown: Form, version: number): SentForm => ({
  heading: 'Change an item of the stock',
  action: `${itemPath(id)}/edit`,
  back: itemPath(id),
  form: shown,
  hidden: { version: String(version) },
  saveLabel: 'Save the changes',
  children: <ItemFields form={shown} />,
});
