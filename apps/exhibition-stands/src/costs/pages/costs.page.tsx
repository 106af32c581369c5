import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { BackLink, Button, dateInWords, EmptyState, moneyInWords, ResponsiveTable, Site, Tag } from '#ui';
import { manageExhibitionPath, managePath } from '../../exhibitions/addresses.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { thingPath } from '../../plans/addresses.js';
import type { CostRow } from '../cost.entity.js';
import { totalsOf } from '../domain/cost.js';
import { categoryWords, totalsInWords } from '../in-words.js';
import { ReadCosts } from '../read-costs.js';

/** What an exhibition may cost, what it did, and how the two compare. */
@Controller('stands/manage/:id/costs')
export class CostsPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly costs: ReadCosts,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    return this.site.send(request, reply, {
      title: `Costs: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: <CostsView exhibition={exhibition} costs={await this.costs.of(id)} />,
    });
  }
}

interface CostsViewProps {
  readonly exhibition: Exhibition;
  readonly costs: readonly CostRow[];
}

function CostsView({ exhibition, costs }: CostsViewProps) {
  const totals = totalsOf(costs);
  return (
    <ExhibitionFrame exhibition={exhibition} heading="Costs" current="costs">
      {costs.length > 0 && <p class="govuk-body">{totalsInWords(totals)}</p>}
      <Button href={manageExhibitionPath(exhibition.id, 'costs/new')}>Add a cost</Button>
      {costs.length === 0 ? (
        <EmptyState titleText="No costs yet">
          <p class="govuk-body">Add what the stand may cost; what it did cost is entered beside it later.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="Budgeted and actual"
          captionClasses="govuk-visually-hidden"
          columns={[
            { key: 'description', heading: 'What for' },
            { key: 'category', heading: 'Category' },
            { key: 'budget', heading: 'Budget', format: 'numeric' },
            { key: 'actual', heading: 'Actual', format: 'numeric' },
            { key: 'paid', heading: 'Paid' },
          ]}
          rows={[
            ...costs.map((cost) => row(exhibition, cost)),
            [
              <strong>In all</strong>,
              '',
              <strong>{moneyInWords(totals.budgetPence)}</strong>,
              <strong>{moneyInWords(totals.actualPence)}</strong>,
              '',
            ],
          ]}
        />
      )}
    </ExhibitionFrame>
  );
}

const row = ({ id }: Exhibition, { budgetPence, actualPence, paidOn, ...cost }: CostRow) => [
  <a class="govuk-link" href={thingPath(id, 'costs', cost.id, 'edit')}>
    {cost.description}
  </a>,
  categoryWords[cost.category],
  budgetPence === null ? 'Not budgeted' : moneyInWords(budgetPence),
  actualPence === null ? (
    'Not known yet'
  ) : (
    <>
      {moneyInWords(actualPence)}
      {actualPence > (budgetPence ?? 0) && (
        <>
          {' '}
          <Tag colour="orange">{`${moneyInWords(actualPence - (budgetPence ?? 0))} over`}</Tag>
        </>
      )}
    </>
  ),
  paidOn === null ? 'Not yet' : dateInWords(Temporal.PlainDate.from(paidOn), { weekday: false }),
];
