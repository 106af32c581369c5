import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ImportStates, receiveUpload, refusalOf } from '#imports';
import { actorOf } from '#platform';
import { BackLink, Site } from '#ui';
import { managePath } from '../../managing/addresses.js';
import { importPath } from '../addresses.js';
import type { ImportDefaults } from '../domain/import-row.js';
import { exampleCsv } from '../example.js';
import { UploadImport } from '../upload-import.js';
import { usualDefaults } from '../usual-defaults.js';
import { readDefaults } from './read-defaults.js';
import { UploadFileView } from './upload-file.view.js';

/** How many imports are listed. */
const listed = 20;

/** Takes a file with events and leads to what it would do. */
@Controller('calendar/manage/import')
export class UploadFilePage {
  constructor(
    private readonly site: Site,
    private readonly states: ImportStates,
    private readonly uploadImport: UploadImport,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.form(request, reply, usualDefaults, []);
  }

  @Get('example.csv')
  example(@Res() reply: FastifyReply) {
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="example-events.csv"')
      .send(`\uFEFF${exampleCsv}`);
  }

  @Post()
  async upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    let defaults = usualDefaults;
    try {
      const { file, fields } = await receiveUpload(request);
      defaults = readDefaults(fields);
      if (file === null) return await this.form(request, reply, defaults, [noFile], 422);
      const upload = { fileName: file.name, bytes: file.bytes, defaults };
      const id = await this.uploadImport.run(actorOf(request), upload);
      return this.site.redirect(reply, importPath(id));
    } catch (error) {
      const { status, messages } = refusalOf(error);
      return this.form(request, reply, defaults, messages, status);
    }
  }

  private async form(
    request: FastifyRequest,
    reply: FastifyReply,
    defaults: ImportDefaults,
    errors: readonly string[],
    status = 200,
  ) {
    const imports = await this.states.latest(listed);
    return this.site.send(
      request,
      reply,
      {
        title: 'Import events',
        hasErrors: errors.length > 0,
        noIndex: true,
        before: <BackLink href={managePath}>Manage the calendar</BackLink>,
        main: <UploadFileView defaults={defaults} errors={errors} imports={imports} />,
      },
      status,
    );
  }
}

const noFile = 'Choose a CSV file or a calendar file (.ics).';
