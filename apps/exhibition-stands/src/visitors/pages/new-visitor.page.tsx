import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, RunOnce } from '#platform';
import {
  BackLink,
  form,
  FormErrors,
  pickFields,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  type Form,
} from '#ui';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { ownPath } from '../../team/addresses.js';
import { OpenMember } from '../../team/open-member.js';
import { ownVisitorsPath, visitorsPath } from '../addresses.js';
import { RecordVisitor, type Recorded } from '../record-visitor.js';
import { readVisitor, recordedWords, VisitorForm, visitorNames } from './visitor-form.js';

interface Shown {
  readonly form: Form;
  readonly once: string;
  readonly status: number;
}

const empty = (): Shown => ({ form: form(), once: randomUUID(), status: 200 });

/** Where staff, and volunteers by their own links, write down who stops by. */
@Controller('stands')
export class NewVisitorPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly members: OpenMember,
    private readonly record: RecordVisitor,
    private readonly runOnce: RunOnce,
  ) {}

  @Get('manage/:id/visitors/new')
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, id, empty());
  }

  @Post('manage/:id/visitors/new')
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const refused = await this.write(request, reply, id, body, visitorsPath(id, 'new'));
    return refused === null ? reply : this.send(request, reply, id, refused);
  }

  @Get('team/:secret/visitors')
  showOwn(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendOwn(request, reply, secret, empty());
  }

  @Post('team/:secret/visitors')
  async saveOwn(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { exhibition } = await this.members.read({ secret });
    const refused = await this.write(request, reply, exhibition.id, body, ownVisitorsPath(secret));
    return refused === null ? reply : this.sendOwn(request, reply, secret, refused);
  }

  /** @returns `null` where it is written and the browser was led on */
  private async write(
    request: FastifyRequest,
    reply: FastifyReply,
    exhibitionId: string,
    body: unknown,
    path: string,
  ): Promise<Shown | null> {
    const sent = submittedValues(body);
    const values = pickFields(sent, visitorNames);
    const once = readToken(sent);
    try {
      const input = readVisitor(values);
      const as = await this.runOnce.run(
        actorOf(request),
        once,
        { ...values, exhibitionId, kind: 'visitor' },
        async (manager) => (await this.record.run(manager, exhibitionId, input)).as,
      );
      await this.site.redirect(reply, path, { type: 'success', text: recordedWords[as as Recorded['as']] });
      return null;
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
      const errors =
        error.status === 409
          ? [{ field: '', message: error.detail }]
          : refusedFields(error, [...visitorNames]);
      return { form: form(values, errors), once, status: error.status };
    }
  }

  private async send(request: FastifyRequest, reply: FastifyReply, id: string, shown: Shown) {
    const exhibition = await this.exhibitions.byId(id);
    const main = (
      <>
        <FormErrors form={shown.form} />
        <ExhibitionFrame exhibition={exhibition} heading="Somebody stopped by" current="visitors">
          <VisitorForm form={shown.form} once={shown.once} action={visitorsPath(id, 'new')} />
        </ExhibitionFrame>
      </>
    );
    const page = {
      title: `Somebody stopped by: ${exhibition.title}`,
      hasErrors: shown.form.errors.length > 0,
      noIndex: true,
      before: <BackLink href={visitorsPath(id)}>Visitors</BackLink>,
      main,
    };
    return this.site.send(request, reply, page, shown.status);
  }

  private async sendOwn(request: FastifyRequest, reply: FastifyReply, secret: string, shown: Shown) {
    const { exhibition } = await this.members.read({ secret });
    const main = (
      <>
        <FormErrors form={shown.form} />
        <span class="govuk-caption-l">{exhibition.title}</span>
        <h1 class="govuk-heading-l">Somebody stopped by</h1>
        <VisitorForm form={shown.form} once={shown.once} action={ownVisitorsPath(secret)} />
      </>
    );
    const page = {
      title: `Somebody stopped by: ${exhibition.title}`,
      hasErrors: shown.form.errors.length > 0,
      noIndex: true,
      before: <BackLink href={ownPath(secret)}>Your page</BackLink>,
      main,
    };
    return this.site.send(request, reply, page, shown.status);
  }
}
