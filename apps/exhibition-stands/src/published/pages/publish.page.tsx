import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, RunOnce } from '#platform';
import {
  BackLink,
  form,
  plural,
  readToken,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { publishPath } from '../addresses.js';
import { longestReason } from '../domain/obstacles.js';
import { PublishRota } from '../publish-rota.js';
import { publishingInWords } from '../publishing-words.js';
import { ReadPublishing, type Publishing } from '../read-publishing.js';
import { ReadTeamNames, type TeamNames } from '../read-team-names.js';
import { PublishView, reasonField } from './publish.view.js';

const reasonPrefix = reasonField('');

/** Shows what publishing the draft would come to, and publishes it. */
@Controller('stands/manage/:id/rota/publish')
export class PublishPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly publishing: ReadPublishing,
    private readonly names: ReadTeamNames,
    private readonly publishRota: PublishRota,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendForm(request, reply, id, form(), randomUUID());
  }

  @Post()
  async publish(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const [actor, token, reasons] = [actorOf(request), readToken(values), reasonsIn(values)];
    try {
      const decision = { seen: textIn(values, 'seen'), reasons };
      const once = { id, seen: decision.seen, reasons: Object.fromEntries(reasons), kind: 'publish-rota' };
      const made = await this.runOnce.run(actor, token, once, async (manager) => {
        const { number, told } = await this.publishRota.run(manager, actor, id, decision);
        return `${number} ${told}`;
      });
      const [number = '', told = '0'] = made.split(' ');
      const text = `Rota ${number} is published. ${toldInWords(Number(told))}`;
      return this.site.redirect(reply, publishPath(id), { type: 'success', text });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      const errors =
        error.fields.length > 0
          ? error.fields.map(({ field, message }) => ({ field: reasonField(field), message }))
          : [{ field: '', message: error.detail }];
      return this.sendForm(request, reply, id, form(values, errors), token, 409);
    }
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    shown: Form,
    token: string,
    status = 200,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    const publishing = await this.publishing.of(exhibition);
    const names = await this.names.of(exhibition.id);
    const page = {
      title: `Publish the rota: ${exhibition.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={manageExhibitionPath(id, 'rota')}>The board</BackLink>,
      main: (
        <PublishView
          publishing={publishing}
          names={names}
          form={named(shown, publishing, names)}
          token={token}
        />
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}

/** Errors of reasons say whom and when they are about. */
function named(shown: Form, publishing: Publishing, names: TeamNames): Form {
  if (shown.errors.length === 0) return shown;
  const says = new Map(
    publishingInWords(publishing, names).obstacles.map(({ key, says: about }) => [reasonField(key), about]),
  );
  const errors = shown.errors.map(({ field, message }) => {
    const about = says.get(field);
    return { field, message: about === undefined ? message : `${about}. ${message}` };
  });
  return form(shown.values, errors);
}

const toldInWords = (told: number): string =>
  told === 0
    ? 'Nothing is different for anybody who can be written to.'
    : `${plural(told, 'person has', 'people have')} been written to.`;

/** Why things are published all the same, by their keys. */
function reasonsIn(values: SubmittedValues): ReadonlyMap<string, string> {
  const names = Object.keys(values).filter((name) => name.startsWith(reasonPrefix));
  return new Map(
    names.map((name) => [name.slice(reasonPrefix.length), textIn(values, name).slice(0, longestReason)]),
  );
}
