import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import {
  BackLink,
  Button,
  ButtonGroup,
  dateInWords,
  dateRangeInWords,
  EmptyState,
  plural,
  ResponsiveTable,
  Site,
  Tag,
} from '#ui';
import { ReadPrompts, type AfterwardsPrompt } from '../../afterwards/summary/read-prompts.js';
import { NeedsDoing, needsDoing } from '../../day/pages/needs-doing.js';
import { ReadStands, type StandState } from '../../day/read-stands.js';
import { stockPath } from '../../stock/addresses.js';
import { swapsPath } from '../../swaps/addresses.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { managePath, manageExhibitionPath, standsPath } from '../addresses.js';
import { isEnded } from '../domain/status.js';
import { ListExhibitions, type Listed, type ManagedExhibition } from '../list-exhibitions.js';
import { ExhibitionStatusTag } from './exhibition-frame.js';

/** The staff's way to exhibitions: what needs attention first. */
@Controller('stands/manage')
export class ListManagedPage {
  constructor(
    private readonly site: Site,
    private readonly list: ListExhibitions,
    private readonly prompts: ReadPrompts,
    private readonly stands: ReadStands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    const listed = await this.list.managed(today);
    const states = await this.stands.of(listed.coming.filter(({ status }) => !isEnded(status)));
    return this.site.send(request, reply, {
      title: 'Look after the stands',
      noIndex: true,
      before: <BackLink href={standsPath}>Stands</BackLink>,
      main: <ListView {...listed} states={states} prompts={await this.prompts.all()} />,
    });
  }
}

interface ListViewProps extends Listed<ManagedExhibition> {
  /** How it stands on those to come. */
  readonly states: ReadonlyMap<string, StandState>;
  /** What is to be done about exhibitions that are over. */
  readonly prompts: readonly AfterwardsPrompt[];
}

function ListView({ coming, past, states, prompts }: ListViewProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Look after the stands</h1>
      <Attention exhibitions={coming} states={states} prompts={prompts} />
      <ButtonGroup>
        <Button href={`${managePath}/new`}>Plan a new exhibition</Button>
        <a class="govuk-link" href={stockPath}>
          Stock in all places
        </a>
      </ButtonGroup>
      {coming.length + past.length === 0 ? (
        <EmptyState titleText="There is no exhibition yet">
          <p class="govuk-body">Plan the first one; nobody sees it until you publish it.</p>
        </EmptyState>
      ) : (
        <>
          <Exhibitions caption="Coming" exhibitions={coming} />
          <Exhibitions caption="Past" exhibitions={past} />
        </>
      )}
    </>
  );
}

/** How many shifts and people of each exhibition are named. */
const mostNamed = 5;

interface AttentionProps extends Pick<ListViewProps, 'states'> {
  readonly exhibitions: readonly ManagedExhibition[];
  readonly prompts: readonly AfterwardsPrompt[];
}

/** What needs doing first, in words with numbers. */
function Attention({ exhibitions, states, prompts }: AttentionProps) {
  const late = exhibitions.filter(({ overdue }) => overdue > 0);
  const swapping = exhibitions.filter(({ swapsToApprove }) => swapsToApprove > 0);
  const standing = exhibitions.flatMap((exhibition) => {
    const state = states.get(exhibition.id);
    return state !== undefined && needsDoing(state) ? [{ exhibition, state }] : [];
  });
  if (standing.length + late.length + swapping.length + prompts.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="attention">
      <h2 class="cn-status__title" id="attention">
        To do first
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {standing.map(({ exhibition, state }) => (
          <NeedsDoing key={exhibition.id} {...{ exhibition, state }} most={mostNamed} isOneOfMany />
        ))}
        {swapping.map(({ id, title, swapsToApprove }) => (
          <li key={id}>
            <a class="govuk-link" href={swapsPath(id)}>
              {plural(swapsToApprove, 'swap')} to approve
            </a>{' '}
            for {title}
          </li>
        ))}
        {late.map(({ id, title, overdue }) => (
          <li key={id}>
            <a class="govuk-link" href={manageExhibitionPath(id, 'tasks')}>
              {plural(overdue, 'task')} overdue
            </a>{' '}
            for {title}
          </li>
        ))}
        {prompts.map(({ exhibitionId, text, href }) => (
          <li key={exhibitionId}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ExhibitionsProps {
  readonly caption: string;
  readonly exhibitions: readonly ManagedExhibition[];
}

function Exhibitions({ caption, exhibitions }: ExhibitionsProps) {
  if (exhibitions.length === 0) return null;
  return (
    <ResponsiveTable
      caption={caption}
      columns={[
        { key: 'title', heading: 'Exhibition' },
        { key: 'when', heading: 'When' },
        { key: 'where', heading: 'Where' },
        { key: 'tasks', heading: 'Tasks' },
        { key: 'status', heading: 'Status' },
      ]}
      rows={exhibitions.map((exhibition) => [
        <a class="govuk-link" href={manageExhibitionPath(exhibition.id)}>
          {exhibition.title}
        </a>,
        dateRangeInWords(
          Temporal.PlainDate.from(exhibition.firstDay),
          Temporal.PlainDate.from(exhibition.lastDay),
          { weekday: false },
        ),
        exhibition.city,
        <Tasks exhibition={exhibition} />,
        <ExhibitionStatusTag status={exhibition.status} />,
      ])}
    />
  );
}

function Tasks({ exhibition: { overdue, toDo, nextDue } }: { readonly exhibition: ManagedExhibition }) {
  if (toDo === 0 || nextDue === null) return <span class="cn-quiet">None to do</span>;
  if (overdue > 0) return <Tag colour="red">{`${overdue} overdue`}</Tag>;
  const day = dateInWords(Temporal.PlainDate.from(nextDue), { weekday: false });
  return (
    <>
      {toDo} to do, next by {day}
    </>
  );
}
