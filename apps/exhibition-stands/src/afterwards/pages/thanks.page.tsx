import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, RunOnce } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readToken,
  readVersion,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { managePath } from '../../exhibitions/addresses.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { afterwardsPath } from '../addresses.js';
import { KeepThanksWords } from '../thanks/keep-thanks-words.js';
import { PreviewThanks } from '../thanks/preview-thanks.js';
import { ReadThanks } from '../thanks/read-thanks.js';
import { inWords, SendThanks, thanked } from '../thanks/send-thanks.js';
import { ThanksView } from './thanks.view.js';

const names = ['people', 'organisations'] as const;

/** Thanks for an exhibition that is over: what they say, who gets them, and sending them. */
@Controller('stands/manage/:id/afterwards/thanks')
export class ThanksPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly thanks: ReadThanks,
    private readonly keep: KeepThanksWords,
    private readonly preview: PreviewThanks,
    private readonly sendThanks: SendThanks,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    const { people, organisations } = await this.thanks.words(exhibition.id);
    return this.send(request, reply, id, form({ people, organisations }));
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, names);
    try {
      await this.keep.run(actorOf(request), id, {
        people: textIn(values, 'people'),
        organisations: textIn(values, 'organisations'),
        version: readVersion(sent) ?? 0,
      });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        const message = `${error.detail} What you wrote is below; saving replaces theirs.`;
        return this.send(request, reply, id, form(values, [{ field: '', message }]), 409);
      }
      return this.send(request, reply, id, form(values, refusedFields(error, names)), 422);
    }
    return this.site.redirect(reply, afterwardsPath(id, 'thanks'), {
      type: 'success',
      text: 'Your words are kept. Look at the mails below before you send them.',
    });
  }

  @Post('send')
  async thank(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const whom = thanked.find((each) => each === textIn(sent, 'whom')) ?? 'people';
    const actor = actorOf(request);
    try {
      const number = await this.runOnce.run(actor, readToken(sent), { id, whom }, async (manager) =>
        String(await this.sendThanks.run(manager, actor, id, whom)),
      );
      return await this.site.redirect(reply, afterwardsPath(id, 'thanks'), {
        type: number === '0' ? 'important' : 'success',
        text:
          number === '0'
            ? 'There is nobody to thank who has not been thanked.'
            : `Thanks are on their way to ${inWords(whom, Number(number))}.`,
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return this.site.redirect(reply, afterwardsPath(id, 'thanks'), {
        type: 'important',
        text: error.detail,
      });
    }
  }

  private async send(request: FastifyRequest, reply: FastifyReply, id: string, shown: Form, status = 200) {
    const exhibition = await this.exhibitions.byId(id);
    const [list, words] = await Promise.all([this.thanks.of(exhibition), this.thanks.words(id)]);
    return this.site.send(
      request,
      reply,
      {
        title: `Thanks: ${exhibition.title}`,
        noIndex: true,
        hasErrors: shown.errors.length > 0,
        before: <BackLink href={managePath}>Look after the stands</BackLink>,
        main: (
          <ThanksView
            exhibition={exhibition}
            list={list}
            form={shown}
            version={words.version}
            mails={this.preview.of(list, words)}
            once={randomUUID()}
          />
        ),
      },
      status,
    );
  }
}
