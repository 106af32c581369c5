import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce, Transactions } from '#platform';
import {
  BackLink,
  form,
  FormPage,
  pickFields,
  readToken,
  readVersion,
  refusedFields,
  Site,
  submittedValues,
  type Form,
  type SubmittedValues,
} from '#ui';
import { itemPath, stockPath } from '../addresses.js';
import { FindStock } from '../reading/find-stock.js';
import { SaveItem } from '../setting-up/save-item.js';
import { fillItem, ItemFields, itemNames, readItem } from './item-fields.js';

interface Shown {
  readonly heading: string;
  readonly action: string;
  readonly back: string;
  readonly form: Form;
  readonly hidden: SubmittedValues;
  readonly saveLabel: string;
}

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
    return this.sendForm(request, reply, newItem(form(), randomUUID()));
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
      return this.sendForm(request, reply, newItem(shown, token));
    }
  }

  @Get(':itemId/edit')
  async showEdit(@Param('itemId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const item = await this.find.item(id);
    return this.sendForm(request, reply, editItem(id, form(fillItem(item)), item.version));
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
      return this.sendForm(request, reply, editItem(id, shown, version));
    }
  }

  private sendForm(request: FastifyRequest, reply: FastifyReply, shown: Shown) {
    const hasErrors = shown.form.errors.length > 0;
    const page = {
      title: shown.heading,
      hasErrors,
      noIndex: true,
      before: <BackLink href={shown.back}>Back</BackLink>,
      main: (
        <FormPage
          heading={shown.heading}
          action={shown.action}
          form={shown.form}
          hidden={shown.hidden}
          saveLabel={shown.saveLabel}
          cancelPath={shown.back}
        >
          <ItemFields form={shown.form} />
        </FormPage>
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}

const newItem = (shown: Form, token: string): Shown => ({
  heading: 'Add an item to the stock',
  action: `${stockPath}/items/new`,
  back: stockPath,
  form: shown,
  hidden: { once: token },
  saveLabel: 'Add the item',
});

const editItem = (id: string, shown: Form, version: number): Shown => ({
  heading: 'Change an item of the stock',
  action: `${itemPath(id)}/edit`,
  back: itemPath(id),
  form: shown,
  hidden: { version: String(version) },
  saveLabel: 'Save the changes',
});
