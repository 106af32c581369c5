import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { form, pickFields, readVersion, refusedFields, Site, submittedValues, textIn, type Form } from '#ui';
import { referencePath } from '../addresses.js';
import { AnswerReference } from '../answer-reference.js';
import { OpenReference } from '../open-reference.js';
import { ReferenceView } from './reference.view.js';

const controls = ['text'] as const;

/** Where somebody writes a reference, or says that they cannot, by the link that was mailed to them alone. */
@Controller('visits/references/:secret')
export class ReferencePage {
  constructor(
    private readonly site: Site,
    private readonly references: OpenReference,
    private readonly answer: AnswerReference,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { row } = await this.references.read(secret);
    return this.send(request, reply, secret, form({ text: row.text ?? '' }));
  }

  @Post()
  async save(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, controls);
    const isDeclined = textIn(sent, 'answer') === 'decline';
    const version = readVersion(sent) ?? 0;
    try {
      await (isDeclined
        ? this.answer.decline(secret)
        : this.answer.give(secret, textIn(values, 'text'), version));
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        return this.send(request, reply, secret, form(values, [{ field: '', message: error.detail }]), 409);
      }
      return this.send(request, reply, secret, form(values, refusedFields(error, controls)), 422, version);
    }
    return this.site.redirect(reply, referencePath(secret), {
      type: 'success',
      text: isDeclined
        ? 'Thank you for telling us. If you can write after all, use the same link.'
        : 'Thank you: your reference is saved.',
    });
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    shown: Form,
    status = 200,
    version?: number,
  ) {
    const opened = await this.references.read(secret);
    return this.site.send(
      request,
      reply,
      {
        title: `A reference for ${opened.application.name}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        main: (
          <ReferenceView {...opened} secret={secret} form={shown} version={version ?? opened.row.version} />
        ),
      },
      status,
    );
  }
}
