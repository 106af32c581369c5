import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, EmptyState, plural, ResponsiveTable, Site, SummaryList, Tag, type TagColour } from '#ui';
import { fundingPath } from '../../funding/addresses.js';
import { managePath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { manageSelectionPath } from '../addresses.js';
import { mostWeighted } from '../domain/score.js';
import { kindWords, methodWords, outcomeWords, reasonInWords, scoreInWords } from '../in-words.js';
import { outcomeScore, ReadSelection, type NamedOutcome } from '../read-selection.js';
import type { OutcomeKind, SelectionRow } from '../selection.entities.js';

const colours: Readonly<Record<OutcomeKind, TagColour>> = {
  place: 'green',
  reserve: 'yellow',
  declined: 'grey',
};

/** The result of the selection, every application with its reason; for staff. */
@Controller('visits/manage/:id/selection/result')
export class ResultPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly selections: ReadSelection,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const [selection, outcomes, criteria] = await Promise.all([
      this.selections.of(visit.id),
      this.selections.outcomes(visit.id),
      this.selections.criteria(visit.id),
    ]);
    return this.site.send(request, reply, {
      title: `Result of the selection: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <VisitFrame visit={visit} heading="Result of the selection" current="selection">
          {selection === null || selection.method === null ? (
            <EmptyState titleText="No result yet">
              <p class="govuk-body">It will be here once the selection is run.</p>
            </EmptyState>
          ) : (
            <Result visit={visit} selection={selection} outcomes={outcomes} most={mostWeighted(criteria)} />
          )}
        </VisitFrame>
      ),
    });
  }
}

interface ResultProps {
  readonly visit: Visit;
  readonly selection: SelectionRow;
  readonly outcomes: readonly NamedOutcome[];
  /** The most that an assessor can give. */
  readonly most: number;
}

function Result({ visit, selection, outcomes, most }: ResultProps) {
  const isTold = selection.toldAt instanceof Date;
  const count = (kind: OutcomeKind) => outcomes.filter(({ row }) => row.outcome === kind).length;
  const empty = (selection.rules?.places ?? 0) - count('place');
  return (
    <>
      <SummaryList
        rows={[
          selection.method !== null && { key: 'Places are given', value: methodWords[selection.method] },
          {
            key: 'Result',
            value: `${plural(count('place'), 'place')}, ${plural(count('reserve'), 'reserve')}${
              empty > 0 ? `; ${plural(empty, 'place stays', 'places stay')} empty` : ''
            }`,
          },
          { key: 'Applicants', value: isTold ? 'All have been told' : 'Nobody has been told yet' },
          visit.fundedPlaces > 0 && {
            key: 'Funded places',
            value: (
              <a class="govuk-link" href={fundingPath(visit.id)}>
                {isTold ? 'See whose they are' : 'Say whose they are, before all are told'}
              </a>
            ),
          },
        ]}
      />
      <ResponsiveTable
        caption="Every application"
        isWide
        columns={[
          { key: 'name', heading: 'Applicant' },
          { key: 'outcome', heading: 'Result' },
          { key: 'rank', heading: 'In the order', format: 'numeric' },
          ...(selection.method === 'score' ? [{ key: 'score', heading: 'Score' }] : []),
          { key: 'drawn', heading: 'In the draw', format: 'numeric' as const },
          { key: 'why', heading: 'Why' },
        ]}
        rows={outcomes.map(({ row, name, organisationName, isWithdrawn }) => {
          const score = outcomeScore(row);
          return [
            <>
              {isTold ? (
                <bdi>{name}</bdi>
              ) : (
                <a class="govuk-link" href={manageSelectionPath(visit.id, `result/${row.applicationId}`)}>
                  <bdi>{name}</bdi>
                </a>
              )}
              <br />
              {row.code}
              {organisationName !== null && `, ${organisationName}`}
            </>,
            <>
              <Tag colour={colours[row.outcome]}>
                {outcomeWords[row.outcome]}
                {row.position === null ? '' : ` ${row.position}`}
              </Tag>
              {row.countsAs !== null && (
                <div>
                  {kindWords[row.countsAs]}
                  {row.funded && ', funded'}
                </div>
              )}
              {isWithdrawn && <div>Withdrawn since</div>}
            </>,
            String(row.rank),
            ...(selection.method === 'score' ? [score === null ? '' : scoreInWords(score, most)] : []),
            String(row.drawn),
            <>
              {reasonInWords(row.reason)}
              {row.tied && ' The draw decided between those with the same score.'}
              {row.overrideWhy !== null && (
                <div>
                  <strong>Changed by hand:</strong> {row.overrideWhy}
                  {row.lifts.length > 0 && ` (set aside: limit of the ${row.lifts.join(' and of the ')})`}
                </div>
              )}
            </>,
          ];
        })}
      />
    </>
  );
}
