import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { hostsPath } from '../../hosts/addresses.js';
import { RecordForms, type RecordKind } from '../../hosts/pages/record-forms.js';
import { interpretersPath } from '../addresses.js';
import type { InterpreterInput } from '../domain/interpreter.js';
import { KeepInterpreters } from '../keep-interpreters.js';
import { ReadInterpreters, type Interpreter } from '../read-interpreters.js';
import {
  fillInterpreter,
  InterpreterFields,
  interpreterNames,
  InterpretersView,
  InterpreterView,
  readInterpreter,
} from './interpreters.view.js';

/** Those who interpret for visits, for staff. */
@Controller('visits/manage/interpreters')
export class InterpretersPage {
  private readonly kind: RecordKind<Interpreter, InterpreterInput>;

  constructor(
    private readonly site: Site,
    private readonly interpreters: ReadInterpreters,
    private readonly forms: RecordForms,
    keep: KeepInterpreters,
  ) {
    this.kind = {
      what: 'interpreter',
      path: interpretersPath,
      backText: 'Interpreters',
      names: interpreterNames,
      tidy: (values) => values,
      title: ({ name }) => name,
      fill: fillInterpreter,
      read: readInterpreter,
      fields: (form) => <InterpreterFields form={form} />,
      one: (id) => interpreters.one(id),
      saysAlready: (one, input) => keep.saysAlready(one, input),
      add: (manager, input) => keep.add(manager, input),
      edit: (seen, input) => keep.edit(seen, input),
      remove: (id) => keep.remove(id),
    };
  }

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.send(request, reply, {
      title: 'Interpreters',
      noIndex: true,
      before: <BackLink href={hostsPath}>Hosts</BackLink>,
      main: <InterpretersView interpreters={await this.interpreters.all()} />,
    });
  }

  @Get('new')
  showNew(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.showNew(this.kind, { request, reply });
  }

  @Post('new')
  add(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.saveNew(this.kind, { request, reply });
  }

  @Get(':interpreterId')
  async show(@Param('interpreterId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const interpreter = await this.interpreters.one(id);
    return this.site.send(request, reply, {
      title: interpreter.name,
      noIndex: true,
      before: <BackLink href={interpretersPath}>Interpreters</BackLink>,
      main: <InterpreterView interpreter={interpreter} items={await this.interpreters.itemsOf(id)} />,
    });
  }

  @Get(':interpreterId/edit')
  showEdit(@Param('interpreterId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.showEdit(this.kind, { request, reply }, id);
  }

  @Post(':interpreterId/edit')
  save(@Param('interpreterId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.saveEdit(this.kind, { request, reply }, id);
  }

  @Get(':interpreterId/delete')
  showDelete(@Param('interpreterId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.showDelete(this.kind, { request, reply }, id);
  }

  @Post(':interpreterId/delete')
  remove(@Param('interpreterId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.remove(this.kind, { request, reply }, id);
  }
}
