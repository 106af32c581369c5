import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkOptionalWhole } from '#checks';
import { Problem, type SentQuery } from '#platform';
import {
  allValues,
  BackLink,
  form,
  FormErrors,
  plural,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type FieldError,
  type Form,
  type SubmittedValues,
} from '#ui';
import { managePath } from '../../exhibitions/addresses.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { passesPath } from '../addresses.js';
import { ChangePasses } from '../change-passes.js';
import { passActOf } from '../domain/pass.js';
import { passQuery, readPassFilter } from '../domain/pass-list.js';
import { LimitPasses } from '../limit-passes.js';
import { ReadPasses } from '../read-passes.js';
import { limitPrefix, PassesView } from './passes.view.js';

const stepNames = ['act', 'reason', 'days', 'people'];

/** The passes of a team, for staff: people by days, set for many at once. */
@Controller('stands/manage/:id/passes')
export class PassesPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly passes: ReadPasses,
    private readonly changePasses: ChangePasses,
    private readonly limitPasses: LimitPasses,
  ) {}

  @Get()
  show(
    @Param('id') id: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.sendPage(request, reply, id, query, form());
  }

  @Post('steps')
  async step(
    @Param('id') id: string,
    @Query() query: SentQuery,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const act = passActOf(textIn(values, 'act'));
    if (act === null) {
      const errors = [{ field: 'act', message: 'Say what has happened to the passes.' }];
      return this.sendPage(request, reply, id, query, form(values, errors), 422);
    }
    try {
      const { changed, unchanged } = await this.changePasses.run(id, {
        act,
        memberIds: allValues(values, 'people'),
        days: allValues(values, 'days'),
        reason: textIn(values, 'reason'),
      });
      const rest =
        unchanged === 0
          ? ''
          : ` ${plural(unchanged, 'pass', 'passes')} stayed as ${unchanged === 1 ? 'it was' : 'they were'}: this cannot be done from there.`;
      const { days } = await this.passes.of(await this.exhibitions.byId(id));
      const filter = readPassFilter(
        query,
        days.map(({ day }) => day),
      );
      return this.site.redirect(reply, passesPath(id) + passQuery(filter), {
        type: changed > 0 ? 'success' : 'important',
        text: `${changed === 0 ? 'No pass was changed.' : `${plural(changed, 'pass', 'passes')} changed.`}${rest}`,
      });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        const errors = [{ field: 'days', message: error.detail }];
        return this.sendPage(request, reply, id, query, form(values, errors), 409);
      }
      const errors = refusedFields(error, [...stepNames, 'memberIds']).map(({ field, message }) => ({
        field: field === 'memberIds' ? 'people' : field,
        message,
      }));
      return this.sendPage(request, reply, id, query, form(values, errors), 422);
    }
  }

  @Post('limits')
  async limit(
    @Param('id') id: string,
    @Query() query: SentQuery,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const { limits, errors } = readLimits(values);
    if (errors.length > 0) return this.sendPage(request, reply, id, query, form(values, errors), 422);
    try {
      await this.limitPasses.run(id, limits);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      const refused = error.fields.map(({ field, message }) => ({ field: limitPrefix + field, message }));
      return this.sendPage(request, reply, id, query, form(values, refused), 422);
    }
    return this.site.redirect(reply, passesPath(id), { type: 'success', text: 'The limits are saved.' });
  }

  private async sendPage(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    query: SentQuery,
    sent: Form,
    status = 200,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    const passes = await this.passes.of(exhibition);
    const kept = Object.fromEntries(
      passes.days.map(({ day, places }) => [`${limitPrefix}${day}`, places === null ? '' : String(places)]),
    );
    const filter = readPassFilter(
      query,
      passes.days.map(({ day }) => day),
    );
    const shown = form({ ...kept, ...sent.values }, sent.errors);
    const page = {
      title: `Passes: ${exhibition.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: (
        <>
          <FormErrors form={shown} />
          <ExhibitionFrame exhibition={exhibition} heading="Passes" current="passes">
            <PassesView exhibition={exhibition} passes={passes} form={shown} filter={filter} />
          </ExhibitionFrame>
        </>
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}

function readLimits(values: SubmittedValues) {
  const limits: Record<string, number | null> = {};
  const errors: FieldError[] = [];
  for (const name of Object.keys(values).filter((each) => each.startsWith(limitPrefix))) {
    const rules = { what: 'the number of passes', least: 0, most: 10_000 };
    const places = checkOptionalWhole(textIn(values, name), name, rules);
    if (places.ok) limits[name.slice(limitPrefix.length)] = places.value;
    else errors.push(...places.problems);
  }
  return { limits, errors };
}
