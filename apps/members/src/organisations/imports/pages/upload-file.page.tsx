import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ImportStates, receiveUpload, refusalOf } from '#imports';
import { actorOf } from '#platform';
import { BackLink, Site } from '#ui';
import { organisationsPath } from '../../addresses.js';
import { importPath } from '../addresses.js';
import { exampleCsv } from '../example.js';
import type { ImportEntity } from '../import.entity.js';
import { UploadImport } from '../upload-import.js';
import { UploadFileView } from './upload-file.view.js';

/** How many imports are listed. */
const listed = 20;

/** Takes a file with organisations and leads to what it would do. */
@Controller('members/manage/organisations/import')
export class UploadFilePage {
  constructor(
    private readonly site: Site,
    private readonly states: ImportStates<ImportEntity>,
    private readonly uploadImport: UploadImport,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.form(request, reply, []);
  }

  @Get('example.csv')
  example(@Res() reply: FastifyReply) {
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="example-organisations.csv"')
      .send(`\uFEFF${exampleCsv}`);
  }

  @Post()
  async upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    try {
      const { file } = await receiveUpload(request);
      if (file === null) return await this.form(request, reply, ['Choose a CSV file.'], 422);
      const upload = { fileName: file.name, bytes: file.bytes };
      const id = await this.uploadImport.run(actorOf(request), upload);
      return this.site.redirect(reply, importPath(id));
    } catch (error) {
      const { status, messages } = refusalOf(error);
      return this.form(request, reply, messages, status);
    }
  }

  private async form(request: FastifyRequest, reply: FastifyReply, errors: readonly string[], status = 200) {
    const imports = await this.states.latest(listed);
    return this.site.send(
      request,
      reply,
      {
        title: 'Import organisations',
        hasErrors: errors.length > 0,
        noIndex: true,
        before: <BackLink href={organisationsPath}>Organisations</BackLink>,
        main: <UploadFileView errors={errors} imports={imports} />,
      },
      status,
    );
  }
}
