import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accepted } from '#checks';
import { actorOf, RunOnce } from '#platform';
import {
  form,
  pickFields,
  readToken,
  refusedFields,
  rowsTogether,
  sendForm,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { managePath, manageVisitPath } from '../addresses.js';
import { CreateVisit, type VisitInput } from '../create-visit.js';
import { usualDetails } from '../domain/details.js';
import { blankWhat, contactRows, readWhat, WhatFields, whatNames } from '../form/what-form.js';

/** Plans a new visit, as a draft: what, where and when. Places, money and dates for applications are filled in after that. */
@Controller('visits/manage/new')
export class NewVisitPage {
  constructor(
    private readonly site: Site,
    private readonly create: CreateVisit,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.ask(request, reply, form(blankWhat), randomUUID());
  }

  @Post()
  async save(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(body);
    const values = rowsTogether(pickFields(sent, whatNames), contactRows);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const id = await this.runOnce.run(actor, token, values, async (manager) => {
        const visit = await this.create.run(manager, actor, readNew(values));
        return visit.id;
      });
      return this.site.redirect(reply, manageVisitPath(id), {
        type: 'success',
        text: `The draft “${textIn(values, 'title').trim()}” is saved. Nobody but staff sees it yet.`,
      });
    } catch (error) {
      return this.ask(request, reply, form(values, refusedFields(error, whatNames)), token);
    }
  }

  private ask(request: FastifyRequest, reply: FastifyReply, shown: Form, token: string) {
    return sendForm(this.site, request, reply, {
      heading: 'Plan a new visit',
      action: `${managePath}/new`,
      form: shown,
      hidden: { once: token },
      saveLabel: 'Save the draft',
      back: managePath,
      backText: 'Look after the visits',
      children: (
        <>
          <p class="govuk-body">
            Begin with what, where and when. Places, money and the dates for applications come after that.
          </p>
          <WhatFields form={shown} isDraft />
        </>
      ),
    });
  }
}

const readNew = (values: SubmittedValues): VisitInput => ({
  ...readWhat(values),
  slug: textIn(values, 'slug'),
  places: String(usualDetails.places),
  organisationLimit: '',
  categoryLimits: [],
  reserved: [],
  fundedPlaces: '0',
  pricePence: accepted(0),
  priceIncludes: '',
  depositPence: accepted(0),
  balanceDueOn: accepted(null),
  refunds: [],
  applicationsOpenAt: accepted(null),
  applicationsCloseAt: accepted(null),
  decisionOn: accepted(null),
  acceptanceDays: String(usualDetails.acceptanceDays),
});
