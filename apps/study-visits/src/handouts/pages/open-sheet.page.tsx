import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { downloadHeaders } from '#platform';
import { Site } from '#ui';
import { momentWords } from '../../travel/in-words.js';
import { openSheetPath } from '../addresses.js';
import type { SheetKind } from '../domain/sheet.js';
import type { MadeSheet } from '../make-sheet.js';
import { OpenSheet } from '../open-sheet.js';
import { sheetPdf } from '../sheet-pdf.js';
import { SheetText } from './sheet.view.js';

/** What a host or an interpreter reads by the link that was sent to them. */
@Controller('visits')
export class OpenSheetPage {
  constructor(
    private readonly site: Site,
    private readonly open: OpenSheet,
  ) {}

  @Get('hosts/:secret')
  host(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.show(request, reply, 'host', secret);
  }

  @Get('hosts/:secret/sheet.pdf')
  hostFile(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.file(reply, 'host', secret);
  }

  @Get('interpreters/:secret')
  interpreter(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.show(request, reply, 'interpreter', secret);
  }

  @Get('interpreters/:secret/sheet.pdf')
  interpreterFile(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.file(reply, 'interpreter', secret);
  }

  private async show(request: FastifyRequest, reply: FastifyReply, kind: SheetKind, secret: string) {
    const made = await this.open.run(kind, secret);
    return this.site.send(request, reply, {
      title: made.kept.paper.title,
      noIndex: true,
      main: <OpenedSheet made={made} pdfPath={openSheetPath(kind, secret, 'sheet.pdf')} />,
    });
  }

  private async file(reply: FastifyReply, kind: SheetKind, secret: string) {
    return sendSheetPdf(reply, await this.open.run(kind, secret));
  }
}

/** Sends a sheet as a file to be kept. */
export async function sendSheetPdf(reply: FastifyReply, made: MadeSheet) {
  const fileName = `${made.kept.paper.title}, ${made.sheet.visit.title}.pdf`;
  return reply.headers(downloadHeaders({ fileName, type: 'application/pdf' })).send(await sheetPdf(made));
}

function OpenedSheet({ made, pdfPath }: { readonly made: MadeSheet; readonly pdfPath: string }) {
  const { kept, sheet } = made;
  return (
    <>
      <span class="govuk-caption-xl">{sheet.visit.title}</span>
      <h1 class="govuk-heading-xl">
        <bdi>{kept.paper.title}</bdi>
      </h1>
      <SheetText made={made} />
      <div class="cn-no-print">
        <p class="govuk-body">
          <a class="govuk-link" href={pdfPath} download>
            Take it as PDF
          </a>
        </p>
        {sheet.link !== null && (
          <p class="govuk-body cn-quiet">
            This page always says what is planned now. The link leads here until{' '}
            {momentWords({ at: sheet.link.endsAt, zone: sheet.visit.zone })}. Give it to nobody but those who
            need it.
          </p>
        )}
      </div>
    </>
  );
}
