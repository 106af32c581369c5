import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, askedFrom, RunOnce, valueOf } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { ReadChoices } from '../../bookings/choices.js';
import { quantityField } from '../../bookings/domain/wish.js';
import { readQuantities } from '../../bookings/domain/read-quantities.js';
import { CannotBookView } from '../../bookings/pages/book.view.js';
import { bookPath, guestPath } from '../../catalogue/addresses.js';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { noSuchConference, ReadCatalogue } from '../../catalogue/read-catalogue.js';
import { whyShut } from '../../places/domain/on-sale.js';
import { refusalInWords } from '../../places/refusal-words.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { guestAskedPath } from '../addresses.js';
import { AskAsGuest } from '../ask-as-guest.js';
import { checkRequest } from '../domain/check-request.js';
import { guestFields } from '../domain/guest-details.js';
import { AskedView, GuestView } from './guest.view.js';

const guestCustomer = { category: 'non-member', organisationId: null, discountPercent: 0 } as const;

/** The first step of a booking for somebody without an account: who they are, and how many of what. */
@Controller('conference/:slug/book/guest')
export class GuestPage {
  constructor(
    private readonly site: Site,
    private readonly catalogues: ReadCatalogue,
    private readonly choices: ReadChoices,
    private readonly ask: AskAsGuest,
    private readonly runOnce: RunOnce,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(await this.catalogue(slug), request, reply, form(), randomUUID());
  }

  @Get('asked')
  async asked(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { conference } = await this.catalogue(slug);
    return this.site.send(request, reply, {
      title: 'Look into your mailbox',
      noIndex: true,
      main: <AskedView title={conference.title} again={guestPath(slug)} />,
    });
  }

  @Post()
  async askFor(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const catalogue = await this.catalogue(slug);
    const sent = submittedValues(body);
    const ids = catalogue.ticketTypes.map(({ id }) => id);
    const names = [...guestFields, 'quantities', ...ids.map(quantityField), 'code'];
    const values = pickFields(sent, names);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const quantities = readQuantities(ids, (name) => textIn(values, name));
      const code = textIn(values, 'code');
      const typed = {
        name: textIn(values, 'name'),
        email: textIn(values, 'email'),
        organisation: textIn(values, 'organisation'),
      };
      const guest = valueOf(checkRequest(catalogue, typed, { quantities, code }, this.clock()));
      await this.runOnce.run(actor, token, { ...values, slug }, async (manager) => {
        const wish = { kind: 'book', quantities: Object.fromEntries(quantities), code } as const;
        await this.ask.within(manager, actor, catalogue, guest, wish, askedFrom(request));
        return 'asked';
      });
      return this.site.redirect(reply, guestAskedPath(slug));
    } catch (error) {
      return this.send(catalogue, request, reply, form(values, refusedFields(error, names)), token);
    }
  }

  private async catalogue(slug: string): Promise<Catalogue> {
    const catalogue = await this.catalogues.bySlug(slug);
    if (catalogue.conference.status === 'draft') throw noSuchConference();
    return catalogue;
  }

  private async send(
    catalogue: Catalogue,
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Form,
    token: string,
  ) {
    const { conference } = catalogue;
    const shut = whyShut(conference, this.clock());
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: `Book as a guest: ${conference.title}`,
      noIndex: true,
      hasErrors,
      before: <BackLink href={bookPath(conference.slug)}>Book places</BackLink>,
      main: shut ? (
        <CannotBookView title={conference.title} why={refusalInWords(catalogue, shut)} />
      ) : (
        <GuestView
          catalogue={catalogue}
          choices={await this.choices.of(catalogue, guestCustomer, textIn(shown.values, 'code'))}
          form={shown}
          token={token}
        />
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
