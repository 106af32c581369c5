import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, rowsTogether, Site } from '#ui';
import { managePath } from '../../visits/addresses.js';
import { contactRows } from '../../visits/form/what-form.js';
import { hostsPath } from '../addresses.js';
import type { HostInput } from '../domain/host.js';
import type { Host } from '../host-of.js';
import { KeepHosts } from '../keep-hosts.js';
import { ReadHosts } from '../read-hosts.js';
import { fillHost, HostFields, hostNames, readHost } from './host-fields.js';
import { HostsView, HostView } from './hosts.view.js';
import { RecordForms, type RecordKind } from './record-forms.js';

/** Organisations that visits go to, for staff. */
@Controller('visits/manage/hosts')
export class HostsPage {
  private readonly kind: RecordKind<Host, HostInput>;

  constructor(
    private readonly site: Site,
    private readonly hosts: ReadHosts,
    private readonly forms: RecordForms,
    keep: KeepHosts,
  ) {
    this.kind = {
      what: 'host',
      path: hostsPath,
      backText: 'Hosts',
      names: hostNames,
      tidy: (values) => rowsTogether(values, contactRows),
      title: ({ name }) => name,
      fill: fillHost,
      read: readHost,
      fields: (form) => <HostFields form={form} />,
      one: (id) => hosts.one(id),
      saysAlready: (host, input) => keep.saysAlready(host, input),
      add: (manager, input) => keep.add(manager, input),
      edit: (seen, input) => keep.edit(seen, input),
      remove: (id) => keep.remove(id),
    };
  }

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.send(request, reply, {
      title: 'Hosts',
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: <HostsView hosts={await this.hosts.all()} />,
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

  @Get(':hostId')
  async show(@Param('hostId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const host = await this.hosts.one(id);
    return this.site.send(request, reply, {
      title: host.name,
      noIndex: true,
      before: <BackLink href={hostsPath}>Hosts</BackLink>,
      main: <HostView host={host} visits={await this.hosts.visitsOf(host.id)} />,
    });
  }

  @Get(':hostId/edit')
  showEdit(@Param('hostId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.showEdit(this.kind, { request, reply }, id);
  }

  @Post(':hostId/edit')
  save(@Param('hostId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.saveEdit(this.kind, { request, reply }, id);
  }

  @Get(':hostId/delete')
  showDelete(@Param('hostId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.showDelete(this.kind, { request, reply }, id);
  }

  @Post(':hostId/delete')
  remove(@Param('hostId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.remove(this.kind, { request, reply }, id);
  }
}
