import { createHash, randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, RunOnce } from '#platform';
import { BackLink, form, FormErrors, readToken, refusedFields, Site, textIn, type Form } from '#ui';
import { receiveForm, shownFileName } from '#uploads';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { visitorsPath } from '../addresses.js';
import { consentWords } from '../domain/visitor.js';
import { ImportVisitors, mostBytes } from '../import-visitors.js';
import { ImportForm } from './import-form.js';
import { ListView } from './list.view.js';

const names = ['file', 'consentWords'];

/** Adds a file of visitors: sent, looked at, confirmed. */
@Controller('stands/manage/:id/visitors')
export class ImportVisitorsPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly lists: ImportVisitors,
    private readonly runOnce: RunOnce,
  ) {}

  @Get('import')
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.ask(request, reply, id, form({ consentWords }), randomUUID());
  }

  @Post('import')
  async send(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { values, files } = await receiveForm(request, { mostBytes, mostFiles: 1 });
    const token = readToken(values);
    const words = textIn(values, 'consentWords');
    const file = files.get('file');
    const refuse = (message: string) =>
      this.ask(request, reply, id, form({ consentWords: words }, [{ field: 'file', message }]), token, 422);
    if (file === undefined) return refuse('Choose a CSV file of visitors.');
    if (file.isTooLarge) return refuse('The file is larger than 5 MB. Split it into smaller ones.');
    try {
      const hash = createHash('sha256').update(file.bytes).digest('base64url');
      const sent = { fileName: shownFileName(file.name), bytes: file.bytes, consentWords: words };
      const made = await this.runOnce.run(actorOf(request), token, { id, hash, words }, (manager) =>
        this.lists.look(manager, id, sent),
      );
      return await this.site.redirect(reply, visitorsPath(id, `lists/${made}`));
    } catch (error) {
      if (error instanceof Problem && error.status === 409) return refuse(error.detail);
      return this.ask(
        request,
        reply,
        id,
        form({ consentWords: words }, refusedFields(error, names)),
        token,
        422,
      );
    }
  }

  @Get('lists/:listId')
  async list(
    @Param('id') id: string,
    @Param('listId') listId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    const list = await this.lists.one(exhibition.id, listId);
    const already = list.rows === null ? 0 : await this.lists.already(list);
    return this.site.send(request, reply, {
      title: `Visitors in ${list.fileName}: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={visitorsPath(id)}>Visitors</BackLink>,
      main: (
        <ExhibitionFrame exhibition={exhibition} heading="Add a list of visitors" current="visitors">
          <ListView list={list} already={already} />
        </ExhibitionFrame>
      ),
    });
  }

  @Post('lists/:listId')
  async confirm(@Param('id') id: string, @Param('listId') listId: string, @Res() reply: FastifyReply) {
    const { written } = await this.lists.confirm(id, listId);
    return this.site.redirect(reply, visitorsPath(id, `lists/${listId}`), {
      type: 'success',
      text: `${(written ?? 0).toLocaleString('en-GB')} visitors are written down.`,
    });
  }

  private async ask(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    shown: Form,
    token: string,
    status = 200,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    const page = {
      title: `Add a list of visitors: ${exhibition.title}`,
      hasErrors: shown.errors.length > 0,
      noIndex: true,
      before: <BackLink href={visitorsPath(id)}>Visitors</BackLink>,
      main: (
        <>
          <FormErrors form={shown} />
          <ExhibitionFrame exhibition={exhibition} heading="Add a list of visitors" current="visitors">
            <ImportForm exhibitionId={id} form={shown} once={token} />
          </ExhibitionFrame>
        </>
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}
