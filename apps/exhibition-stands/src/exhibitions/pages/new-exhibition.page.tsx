import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, RunOnce, unprocessable } from '#platform';
import {
  BackLink,
  form,
  FormPage,
  pickFields,
  readToken,
  refusedFields,
  rowsTogether,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { manageExhibitionPath, managePath } from '../addresses.js';
import { CreateExhibition } from '../create-exhibition.js';
import { FirstDaysFields } from '../form/days-fields.js';
import { atFirstDays, firstDaysNames, readFirstDays } from '../form/days-form.js';
import { MoreFields, WhatFields } from '../form/details-fields.js';
import { blankDetails, contactRows, detailsNames, readDetails } from '../form/details-form.js';

const path = `${managePath}/new`;

/** In the order of the page. */
const names = [...detailsNames.slice(0, 4), ...firstDaysNames, ...detailsNames.slice(4)];

/** Plans a new exhibition, as a draft. */
@Controller('stands/manage/new')
export class NewExhibitionPage {
  constructor(
    private readonly site: Site,
    private readonly create: CreateExhibition,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.ask(request, reply, form(blankDetails), randomUUID());
  }

  @Post()
  async save(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(body);
    const values = rowsTogether(pickFields(sent, names), contactRows);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const id = await this.runOnce.run(actor, token, values, async (manager) => {
        const input = { ...readDetails(values), days: readFirstDays(values) };
        const exhibition = await this.create.run(manager, actor, input);
        return exhibition.id;
      });
      return this.site.redirect(reply, manageExhibitionPath(id), {
        type: 'success',
        text: `The draft “${textIn(values, 'title').trim()}” is saved. Nobody but staff sees it yet.`,
      });
    } catch (error) {
      return this.ask(request, reply, form(values, refusedNew(error)), token);
    }
  }

  private ask(request: FastifyRequest, reply: FastifyReply, shown: Form, token: string) {
    const hasErrors = shown.errors.length > 0;
    return this.site.send(
      request,
      reply,
      {
        title: 'Plan a new exhibition',
        hasErrors,
        noIndex: true,
        before: <BackLink href={managePath}>Look after the stands</BackLink>,
        main: (
          <FormPage
            heading="Plan a new exhibition"
            action={path}
            form={shown}
            hidden={{ once: token }}
            saveLabel="Save the draft"
            cancelPath={managePath}
          >
            <WhatFields form={shown} isDraft />
            <FirstDaysFields form={shown} />
            <MoreFields form={shown} />
          </FormPage>
        ),
      },
      hasErrors ? 422 : 200,
    );
  }
}

/** What is wrong with its days is told at the first and the last, whose hours they all have. @throws whatever else it was */
function refusedNew(error: unknown) {
  if (!(error instanceof Problem) || error.status !== 422) throw error;
  const seen = new Set<string>();
  const fields = error.fields
    .map((problem) => ({ ...problem, field: atFirstDays(problem.field) }))
    .filter(({ field }) => !seen.has(field) && seen.add(field));
  return refusedFields(unprocessable(fields), names);
}
