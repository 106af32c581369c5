import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { form, pickFields, readVersion, refusedFields, rowsTogether, submittedValues, type Form } from '#ui';
import type { Exhibition } from '../domain/exhibition.js';
import { isEnded } from '../domain/status.js';
import { EditExhibition } from '../edit-exhibition.js';
import { FindExhibition } from '../find-exhibition.js';
import { MoreFields, WhatFields } from '../form/details-fields.js';
import { contactRows, detailsNames, fillDetails, readDetails } from '../form/details-form.js';
import { ExhibitionForms, isProblem } from './exhibition-forms.js';

/** Changes what an exhibition says of itself. */
@Controller('stands/manage/:id/edit')
export class EditExhibitionPage {
  constructor(
    private readonly forms: ExhibitionForms,
    private readonly exhibitions: FindExhibition,
    private readonly edit: EditExhibition,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    if (isEnded(exhibition.status)) return this.refuse(reply, exhibition);
    return this.ask(request, reply, exhibition, form(fillDetails(exhibition, exhibition.slug)));
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = rowsTogether(pickFields(sent, detailsNames), contactRows);
    const version = readVersion(sent) ?? 0;
    const input = readDetails(values);
    try {
      return this.saved(reply, await this.edit.run(actorOf(request), { id, version }, input));
    } catch (error) {
      const exhibition = await this.exhibitions.byId(id);
      if (isProblem(error, 409)) {
        if (isEnded(exhibition.status)) return this.refuse(reply, exhibition);
        // Saved by a first press of the same button.
        if (this.edit.saysAlready(exhibition, input)) return this.saved(reply, exhibition);
        return this.ask(request, reply, exhibition, form(values), { status: 409, seen: version });
      }
      const shown = form(values, refusedFields(error, detailsNames));
      return this.ask(request, reply, { ...exhibition, version }, shown, { status: 422 });
    }
  }

  private saved(reply: FastifyReply, { id, title }: Exhibition) {
    return this.forms.done(reply, id, undefined, `“${title}” is saved.`);
  }

  private refuse(reply: FastifyReply, { id, title, status }: Exhibition) {
    const text = `“${title}” ${status === 'over' ? 'is over' : 'was cancelled'}, so it stays as it was. Copy it to plan another.`;
    return this.forms.undone(reply, id, undefined, text);
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    exhibition: Exhibition,
    shown: Form,
    { status, seen }: { readonly status: number; readonly seen?: number } = { status: 200 },
  ) {
    return this.forms.send(
      request,
      reply,
      {
        exhibition,
        heading: 'Change the details',
        part: 'edit',
        form: shown,
        saveLabel: 'Save the changes',
        ...(seen !== undefined && { seen }),
        children: (
          <>
            <WhatFields form={shown} isDraft={exhibition.status === 'draft'} />
            <MoreFields form={shown} />
          </>
        ),
      },
      status,
    );
  }
}
