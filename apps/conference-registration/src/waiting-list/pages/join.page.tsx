import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, askedFrom, isSignedIn, Problem, RunOnce, unprocessable, type Actor } from '#platform';
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
  type SubmittedValues,
} from '#ui';
import { BookForChoices } from '../../bookings/book-for-choices.js';
import { conferencePath } from '../../catalogue/addresses.js';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { noSuchConference, ReadCatalogue } from '../../catalogue/read-catalogue.js';
import { guestAskedPath } from '../../guests/addresses.js';
import { AskAsGuest } from '../../guests/ask-as-guest.js';
import { checkGuest, guestFields } from '../../guests/domain/guest-details.js';
import { dayThere } from '../../places/domain/on-sale.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { waitingPath } from '../addresses.js';
import { checkJoin, guestPayer, type JoinWish } from '../domain/join.js';
import { JoinLine } from '../join-line.js';
import { JoinView } from './join.view.js';

const names = [...guestFields, 'for', 'ticketTypeId', 'wanted', 'together'];

/** Joining the line of those who wait for places. */
@Controller('conference/:slug/waiting-list')
export class JoinPage {
  constructor(
    private readonly site: Site,
    private readonly catalogues: ReadCatalogue,
    private readonly bookFors: BookForChoices,
    private readonly joinLine: JoinLine,
    private readonly ask: AskAsGuest,
    private readonly runOnce: RunOnce,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('slug') slug: string,
    @Query() query: Readonly<Record<string, string | undefined>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(query);
    const shown = form({ ticketTypeId: textIn(values, 'ticketTypeId'), wanted: textIn(values, 'wanted') });
    return this.send(await this.catalogue(slug), request, reply, shown, randomUUID());
  }

  @Post()
  async join(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const catalogue = await this.catalogue(slug);
    const sent = submittedValues(body);
    const values = pickFields(sent, names);
    const token = readToken(sent);
    try {
      const path = await this.runOnce.run(actorOf(request), token, { ...values, slug }, (manager) =>
        isSignedIn(request.identity)
          ? this.joinSignedIn(manager, actorOf(request), catalogue, values)
          : this.askGuest(manager, request, catalogue, values),
      );
      return this.site.redirect(reply, path);
    } catch (error) {
      const problems =
        error instanceof Problem && error.status === 409
          ? [{ field: '', message: error.detail }]
          : refusedFields(error, names);
      return this.send(catalogue, request, reply, form(values, problems), token);
    }
  }

  private async joinSignedIn(
    manager: Parameters<JoinLine['within']>[0],
    actor: Actor,
    catalogue: Catalogue,
    values: SubmittedValues,
  ): Promise<string> {
    const { conference } = catalogue;
    const all = await this.choicesFor(actor.identity.personId, catalogue, manager);
    const chosen = all.find(({ value }) => value === textIn(values, 'for')) ?? all[0];
    const bookFor = chosen?.bookFor ?? { kind: 'self' as const };
    const { id } = await this.joinLine.within(manager, actor, conference.id, bookFor, wishIn(values));
    return waitingPath(id);
  }

  private async askGuest(
    manager: Parameters<JoinLine['within']>[0],
    request: FastifyRequest,
    catalogue: Catalogue,
    values: SubmittedValues,
  ): Promise<string> {
    const wish = wishIn(values);
    const guest = checkGuest({
      name: textIn(values, 'name'),
      email: textIn(values, 'email'),
      organisation: textIn(values, 'organisation'),
    });
    const join = checkJoin(catalogue, wish, guestPayer, dayThere(catalogue.conference, this.clock()));
    if (!guest.ok || !join.ok) {
      throw unprocessable([...(guest.ok ? [] : guest.problems), ...(join.ok ? [] : join.problems)]);
    }
    const wanted = { kind: 'wait', ...wish } as const;
    await this.ask.within(manager, actorOf(request), catalogue, guest.value, wanted, askedFrom(request));
    return guestAskedPath(catalogue.conference.slug);
  }

  private async choicesFor(
    personId: string | null,
    { conference }: Catalogue,
    manager?: Parameters<JoinLine['within']>[0],
  ) {
    return personId === null ? [] : this.bookFors.of(personId, dayThere(conference, this.clock()), manager);
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
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: `Waiting list: ${conference.title}`,
      noIndex: true,
      hasErrors,
      before: <BackLink href={conferencePath(conference.slug)}>{conference.title}</BackLink>,
      main: (
        <JoinView
          catalogue={catalogue}
          bookFors={await this.choicesFor(request.identity.personId, catalogue)}
          isGuest={!isSignedIn(request.identity)}
          signIn={this.site.around(request).signIn ?? null}
          form={shown}
          token={token}
          now={this.clock()}
        />
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}

/** What is no whole number is refused as too few. */
function wishIn(values: SubmittedValues): JoinWish {
  const wanted = textIn(values, 'wanted').trim();
  return {
    ticketTypeId: textIn(values, 'ticketTypeId'),
    wanted: /^\d{1,9}$/.test(wanted) ? Number(wanted) : 0,
    allTogether: textIn(values, 'together') === 'all',
  };
}
