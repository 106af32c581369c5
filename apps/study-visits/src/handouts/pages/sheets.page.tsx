import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, EmptyState, InsetText, plural, ResponsiveTable, Site, Tag } from '#ui';
import { homeZone } from '#checks';
import { KeepPaper, noLongerKept } from '../../papers/keep-paper.js';
import { hasChanges, type MarkedPaper } from '../../papers/domain/paper-changes.js';
import { momentWords } from '../../travel/in-words.js';
import { managePath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { sheetPath, sheetsPart } from '../addresses.js';
import { MakeSheet } from '../make-sheet.js';
import { ReadSheets } from '../read-sheets.js';
import { itemsOf } from '../sheet-paper.js';
import type { Sheet } from '../sheets.js';

/** The sheets of a visit's hosts and interpreters, for staff: who has one, who has read it, who is to be told what changed. */
@Controller('visits/manage/:id/sheets')
export class SheetsPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly sheets: ReadSheets,
    private readonly making: MakeSheet,
    private readonly papers: KeepPaper,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const sheets = await this.sheets.all(visit);
    return this.site.send(request, reply, {
      title: `Sheets for hosts: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <SheetsView
          visit={visit}
          sheets={sheets}
          areKept={this.papers.areKept(visit)}
          since={await this.making.sinceSent(sheets)}
          isOpen={(sheet) => sheet.link !== null && this.sheets.isOpen(sheet, sheet.link)}
        />
      ),
    });
  }
}

interface SheetsViewProps {
  readonly visit: Visit;
  readonly sheets: readonly Sheet[];
  /** False once what papers say is kept no longer. */
  readonly areKept: boolean;
  /** What is different since each was mailed. */
  readonly since: ReadonlyMap<string, MarkedPaper>;
  readonly isOpen: (sheet: Sheet) => boolean;
}

function SheetsView({ visit, sheets, areKept, since, isOpen }: SheetsViewProps) {
  const toTell = sheets.filter((sheet) => {
    const changes = since.get(sheet.subject.id);
    return isOpen(sheet) && changes !== undefined && hasChanges(changes);
  });
  return (
    <VisitFrame visit={visit} heading="Sheets for hosts and interpreters" current={sheetsPart}>
      <p class="govuk-body">
        Each host reads what they host, when, and who comes: by name those alone who agreed to it. Each
        interpreter reads where and when they interpret. Both read it by a link that ends a day after the last
        thing on it.
      </p>
      {!areKept && <InsetText>{noLongerKept}</InsetText>}
      {areKept && toTell.length > 0 && (
        <p class="govuk-body">
          <strong>
            {plural(toTell.length, 'sheet')} {toTell.length === 1 ? 'has' : 'have'} changed since{' '}
            {toTell.length === 1 ? 'it was' : 'they were'} mailed.
          </strong>
        </p>
      )}
      {sheets.length === 0 ? (
        <EmptyState titleText="No sheets yet">
          <p class="govuk-body">
            Whoever stands in the itinerary as a host, or is booked to interpret, has a sheet here.
          </p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption={plural(sheets.length, 'sheet')}
          columns={[
            { key: 'name', heading: 'Whose' },
            { key: 'items', heading: 'What is planned' },
            { key: 'sent', heading: 'Mailed' },
            { key: 'opened', heading: 'Opened last' },
          ]}
          rows={sheets.map((sheet) => [
            <>
              {areKept ? (
                <a class="govuk-link" href={sheetPath(visit.id, sheet.subject.kind, sheet.subject.id)}>
                  <bdi>{sheet.subject.name}</bdi>
                </a>
              ) : (
                <bdi>{sheet.subject.name}</bdi>
              )}
              <p class="cn-quiet cn-flush">{sheet.subject.kind === 'host' ? 'Host' : 'Interpreter'}</p>
            </>,
            plannedWords(sheet),
            <>
              {sentWords(sheet, isOpen(sheet))}{' '}
              {toTell.includes(sheet) && <Tag colour="yellow">Changed since</Tag>}
            </>,
            openedWords(sheet),
          ])}
        />
      )}
    </VisitFrame>
  );
}

function plannedWords({ itinerary, subject }: Sheet): string {
  const items = itemsOf(itinerary, subject);
  const planned = items.filter(({ status }) => status === 'planned').length;
  const off = items.length - planned;
  return `${plural(planned, 'item')}${off === 0 ? '' : `, ${off} cancelled`}`;
}

function sentWords({ link }: Sheet, isOpen: boolean): string {
  if (link === null) return 'Nobody has it';
  if (!isOpen) return 'Over: the link has ended';
  if (link.sent === null) return 'Has a link, not mailed';
  return momentWords({ at: link.sent.at, zone: homeZone });
}

const openedWords = ({ link }: Sheet): string =>
  link?.opened ? momentWords({ at: link.opened.at, zone: homeZone }) : '–';
