import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, isSignedIn, isStaff, Problem, RunOnce } from '#platform';
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
import { conferencePath, guestPath } from '../../catalogue/addresses.js';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { noSuchConference, ReadCatalogue } from '../../catalogue/read-catalogue.js';
import { dayThere, whyShut } from '../../places/domain/on-sale.js';
import { refusalInWords } from '../../places/refusal-words.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { bookingPath } from '../addresses.js';
import { BeginBooking } from '../begin-booking.js';
import { BookForChoices, type BookForChoice } from '../book-for-choices.js';
import { ReadChoices } from '../choices.js';
import { FindCustomer } from '../customer.js';
import { readQuantities } from '../domain/read-quantities.js';
import { quantityField } from '../domain/wish.js';
import { BookView, CannotBookView, WhoBooksView } from './book.view.js';

type Asked = Readonly<Record<string, string | undefined>>;

/** The first step of a booking: for whom, and how many of what. */
@Controller('conference/:slug/book')
export class BookPage {
  constructor(
    private readonly site: Site,
    private readonly catalogues: ReadCatalogue,
    private readonly bookFors: BookForChoices,
    private readonly customers: FindCustomer,
    private readonly choices: ReadChoices,
    private readonly begin: BeginBooking,
    private readonly runOnce: RunOnce,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('slug') slug: string,
    @Query() query: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(query);
    const shown = form({ for: textIn(values, 'for'), code: textIn(values, 'code') });
    return this.send(await this.catalogue(slug, request), request, reply, shown, randomUUID());
  }

  @Post()
  async book(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const catalogue = await this.catalogue(slug, request);
    const sent = submittedValues(body);
    const ids = catalogue.ticketTypes.map(({ id }) => id);
    const names = ['quantities', ...ids.map(quantityField), 'for', 'code'];
    const values = pickFields(sent, names);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const { bookFor } = await this.chosen(catalogue, request, textIn(values, 'for'));
      const wish = {
        quantities: readQuantities(ids, (name) => textIn(values, name)),
        code: textIn(values, 'code'),
      };
      const reference = await this.runOnce.run(actor, token, { ...values, slug }, async (manager) => {
        const { conference } = catalogue;
        const { booking } = await this.begin.within(manager, actor, conference.id, bookFor, wish);
        return booking.reference;
      });
      return this.site.redirect(reply, bookingPath(reference));
    } catch (error) {
      const problems =
        error instanceof Problem && error.status === 409
          ? [{ field: '', message: error.detail }]
          : refusedFields(error, names);
      return this.send(catalogue, request, reply, form(values, problems), token);
    }
  }

  private async catalogue(slug: string, { identity }: FastifyRequest): Promise<Catalogue> {
    const catalogue = await this.catalogues.bySlug(slug);
    if (catalogue.conference.status === 'draft' && !isStaff(identity)) throw noSuchConference();
    return catalogue;
  }

  private async chosen(catalogue: Catalogue, { identity }: FastifyRequest, value: string) {
    const all = await this.bookFors.of(identity.personId ?? '', dayThere(catalogue.conference, this.clock()));
    const self: BookForChoice = { value: 'self', words: '', bookFor: { kind: 'self' } };
    return { ...(all.find((one) => one.value === value) ?? all[0] ?? self), all };
  }

  private async send(
    catalogue: Catalogue,
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Form,
    token: string,
  ) {
    const hasErrors = shown.errors.length > 0;
    return this.site.send(
      request,
      reply,
      {
        title: `Book: ${catalogue.conference.title}`,
        noIndex: true,
        hasErrors,
        before: (
          <BackLink href={conferencePath(catalogue.conference.slug)}>{catalogue.conference.title}</BackLink>
        ),
        main: await this.view(catalogue, request, shown, token),
      },
      hasErrors ? 422 : 200,
    );
  }

  private async view(catalogue: Catalogue, request: FastifyRequest, shown: Form, token: string) {
    const { conference } = catalogue;
    const shut = whyShut(conference, this.clock());
    if (shut) return <CannotBookView title={conference.title} why={refusalInWords(catalogue, shut)} />;
    if (!isSignedIn(request.identity)) {
      const { signIn } = this.site.around(request);
      return (
        <WhoBooksView title={conference.title} signIn={signIn ?? null} guest={guestPath(conference.slug)} />
      );
    }
    const { value, bookFor, all } = await this.chosen(catalogue, request, textIn(shown.values, 'for'));
    const customer = await this.customers.of(actorOf(request), bookFor, conference);
    const choices = await this.choices.of(catalogue, customer, textIn(shown.values, 'code'));
    return (
      <BookView
        catalogue={catalogue}
        customer={customer}
        choices={choices}
        chosen={value}
        bookFors={all}
        form={shown}
        token={token}
      />
    );
  }
}
