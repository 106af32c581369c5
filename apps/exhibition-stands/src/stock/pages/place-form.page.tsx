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
  type SubmittedValues,
} from '#ui';
import { placePath, stockPath } from '../addresses.js';
import { ExhibitionsWithStock } from '../reading/exhibitions-with-stock.js';
import { FindStock } from '../reading/find-stock.js';
import { SavePlace } from '../setting-up/save-place.js';
import { fillPlace, PlaceFields, placeNames, readPlace } from './place-fields.js';

/** The form without its fields, which offer exhibitions to choose from. */
interface Shown extends Omit<SentForm, 'children'> {
  readonly isNew: boolean;
}

/** Adding a place, and changing what is said of one. */
@Controller('stands/stock/places')
export class PlaceFormPage {
  constructor(
    private readonly site: Site,
    private readonly find: FindStock,
    private readonly save: SavePlace,
    private readonly exhibitions: ExhibitionsWithStock,
    private readonly runOnce: RunOnce,
    private readonly transactions: Transactions,
  ) {}

  @Get('new')
  showNew(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendForm(request, reply, newPlace(form(), randomUUID()));
  }

  @Post('new')
  async add(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(body);
    const values = pickFields(sent, placeNames);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const code = await this.runOnce.run(
        actor,
        token,
        { ...values, kind: 'stock-place' },
        async (manager) => (await this.save.add(manager, actor, readPlace(values))).code,
      );
      return this.site.redirect(reply, placePath(code), { type: 'success', text: 'The place is added.' });
    } catch (error) {
      const shown = form(values, refusedFields(error, placeNames));
      return this.sendForm(request, reply, newPlace(shown, token));
    }
  }

  @Get(':code/edit')
  async showEdit(@Param('code') asked: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const place = await this.find.place(asked);
    return this.sendForm(request, reply, editPlace(place.code, form(fillPlace(place)), place.version));
  }

  @Post(':code/edit')
  async edit(
    @Param('code') asked: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const place = await this.find.place(asked);
    const { code } = place;
    const sent = submittedValues(body);
    const values: SubmittedValues = { ...pickFields(sent, placeNames), code };
    const version = readVersion(sent) ?? 0;
    const saved = fillPlace(place);
    // A second press saves what is saved already.
    if (version !== place.version && placeNames.every((name) => saved[name] === values[name])) {
      return this.site.redirect(reply, placePath(code));
    }
    try {
      await this.transactions.run((manager) =>
        this.save.change(manager, actorOf(request), { code, version }, readPlace(values)),
      );
      return this.site.redirect(reply, placePath(code), { type: 'success', text: 'The changes are saved.' });
    } catch (error) {
      const shown = form(values, refusedFields(error, placeNames));
      return this.sendForm(request, reply, editPlace(code, shown, version));
    }
  }

  private async sendForm(request: FastifyRequest, reply: FastifyReply, { isNew, ...shown }: Shown) {
    const exhibitions = await this.exhibitions.choices();
    const children = <PlaceFields form={shown.form} exhibitions={exhibitions} isNew={isNew} />;
    return sendForm(this.site, request, reply, { ...shown, children });
  }
}

const newPlace = (shown: Form, token: string): Shown => ({
  heading: 'Add a place for stock',
  action: `${stockPath}/places/new`,
  back: stockPath,
  form: shown,
  hidden: { once: token },
  saveLabel: 'Add the place',
  isNew: true,
});

const editPlace = (code: string, shown: Form, version: number): Shown => ({
  heading: 'Change a place for stock',
  action: `${placePath(code)}/edit`,
  back: placePath(code),
  form: shown,
  hidden: { version: String(version) },
  saveLabel: 'Save the changes',
  isNew: false,
});
