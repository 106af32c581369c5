import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { BackLink, form, pickFields, Site, submittedValues, textIn, type FieldError, type Form } from '#ui';
import { tokensPath } from '../../account/addresses.js';
import { themselves } from '../../account/themselves.js';
import { MakeToken } from '../make-token.js';
import { MadeTokenView, NewTokenView, scopeFields } from './new-token.view.js';

/** All that the form asks for; whatever else is sent is left out. */
const fields = ['name', ...scopeFields, 'days'];

/** Makes an API token, and shows it once. */
@Controller('members/account/tokens/new')
export class NewTokenPage {
  constructor(
    private readonly site: Site,
    private readonly makeToken: MakeToken,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    themselves(request);
    const nothing = Object.fromEntries(scopeFields.map((name) => [name, '']));
    return this.sendForm(request, reply, form({ ...nothing, days: '90' }));
  }

  @Post()
  async make(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const values = pickFields(submittedValues(body), fields);
    const actor = { identity: themselves(request), requestId: request.id };
    try {
      const token = await this.makeToken.run(actor, {
        name: textIn(values, 'name'),
        scopes: scopeFields.map((name) => textIn(values, name)),
        days: textIn(values, 'days'),
      });
      const name = textIn(values, 'name').trim();
      return this.site.send(request, reply, {
        title: `“${name}” is made`,
        noIndex: true,
        before: <BackLink href={tokensPath}>API tokens</BackLink>,
        main: <MadeTokenView name={name} token={token} />,
      });
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 422 && error.status !== 409)) throw error;
      return this.sendForm(request, reply, form(values, errorsOf(error)), error.status);
    }
  }

  private sendForm(request: FastifyRequest, reply: FastifyReply, shown: Form, status = 200): FastifyReply {
    const page = {
      title: 'Make an API token',
      hasErrors: shown.errors.length > 0,
      noIndex: true,
      before: <BackLink href={tokensPath}>API tokens</BackLink>,
      main: <NewTokenView form={shown} />,
    };
    return this.site.send(request, reply, page, status);
  }
}

/** What is wrong with the scopes as a whole is said at the first of them. */
function errorsOf({ status, detail, fields: problems }: Problem): FieldError[] {
  if (status === 409) return [{ field: '', message: detail }];
  return problems.map(({ field, message }) => ({
    field: field === 'scopes' ? (scopeFields[0] ?? '') : field,
    message,
  }));
}
