import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accepted } from '#checks';
import { actorOf } from '#platform';
import {
  BackLink,
  Button,
  EmptyState,
  form,
  pickFields,
  readVersion,
  refusedFields,
  ResponsiveTable,
  rowsTogether,
  Site,
  submittedValues,
  type Form,
} from '#ui';
import { manageExhibitionPath, managePath } from '../addresses.js';
import { ChangeDays } from '../change-days.js';
import type { Exhibition, ExhibitionDay } from '../domain/exhibition.js';
import { isEnded } from '../domain/status.js';
import { FindExhibition } from '../find-exhibition.js';
import { DaysFields } from '../form/days-fields.js';
import { dayRows, daysNames, fillDays, readDays } from '../form/days-form.js';
import { clockChangeInWords, dayInWords, hoursInWords, kindWords, minutesInWords } from '../in-words.js';
import { minutesOf } from '../domain/openings.js';
import { ExhibitionForms, isProblem } from './exhibition-forms.js';
import { ExhibitionFrame } from './exhibition-frame.js';

/** When the stand is built up, open and broken down. */
@Controller('stands/manage/:id/days')
export class DaysPage {
  constructor(
    private readonly site: Site,
    private readonly forms: ExhibitionForms,
    private readonly exhibitions: FindExhibition,
    private readonly change: ChangeDays,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    return this.site.send(request, reply, {
      title: `Days: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: <DaysView exhibition={exhibition} />,
    });
  }

  @Get('edit')
  async edit(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    if (isEnded(exhibition.status)) return this.refuse(reply, exhibition);
    return this.ask(request, reply, exhibition, form(fillDays(exhibition.days)));
  }

  @Post('edit')
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = rowsTogether(pickFields(sent, daysNames), dayRows);
    const version = readVersion(sent) ?? 0;
    const input = accepted(readDays(values));
    try {
      await this.change.run(actorOf(request), { id, version }, input);
      return this.saved(reply, id);
    } catch (error) {
      const exhibition = await this.exhibitions.byId(id);
      if (isProblem(error, 409)) {
        if (isEnded(exhibition.status)) return this.refuse(reply, exhibition);
        if (this.change.saysAlready(exhibition, input)) return this.saved(reply, id);
        return this.ask(request, reply, exhibition, form(values), { status: 409, seen: version });
      }
      const shown = form(values, refusedFields(error, daysNames));
      return this.ask(request, reply, { ...exhibition, version }, shown, { status: 422 });
    }
  }

  private saved(reply: FastifyReply, id: string) {
    return this.forms.done(reply, id, 'days', 'The days are saved.');
  }

  private refuse(reply: FastifyReply, { id, status }: Exhibition) {
    const text = `The exhibition ${status === 'over' ? 'is over' : 'was cancelled'}, so its days stay as they were.`;
    return this.forms.undone(reply, id, 'days', text);
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    exhibition: Exhibition,
    shown: Form,
    { status, seen }: { readonly status: number; readonly seen?: number } = { status: 200 },
  ) {
    return this.forms.send(
      request,
      reply,
      {
        exhibition,
        heading: 'Change the days',
        part: 'days/edit',
        backPart: 'days',
        form: shown,
        saveLabel: 'Save the days',
        ...(seen !== undefined && { seen }),
        children: (
          <>
            <p class="govuk-body">
              One line for each. A time that is not after the first is on the next day: from 10pm until 2am.
              Empty a line to take it away; there are more lines once these are saved.
            </p>
            <DaysFields form={shown} />
          </>
        ),
      },
      status,
    );
  }
}

function DaysView({ exhibition }: { readonly exhibition: Exhibition }) {
  const { id, days, status, zone } = exhibition;
  return (
    <ExhibitionFrame exhibition={exhibition} heading="Days" current="days">
      {!isEnded(status) && <Button href={manageExhibitionPath(id, 'days/edit')}>Change the days</Button>}
      {days.length === 0 ? (
        <EmptyState titleText="No days yet">
          <p class="govuk-body">Say when the stand is built up, open and broken down.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="When the stand is built up, open and broken down"
          captionClasses="govuk-visually-hidden"
          columns={[
            { key: 'day', heading: 'Day' },
            { key: 'kind', heading: 'What is done' },
            { key: 'hours', heading: 'Hours' },
            { key: 'length', heading: 'How long' },
          ]}
          rows={days.map((day) => [
            dayInWords(day.day),
            kindWords[day.kind],
            hoursInWords(day),
            lengthInWords(day, zone),
          ])}
        />
      )}
      {zone !== 'Europe/London' && (
        <p class="govuk-body cn-quiet">All times are by the clock of {zone.replaceAll('_', ' ')}.</p>
      )}
    </ExhibitionFrame>
  );
}

const lengthInWords = (day: ExhibitionDay, zone: string): string =>
  clockChangeInWords(day, zone) ?? minutesInWords(minutesOf(day));
