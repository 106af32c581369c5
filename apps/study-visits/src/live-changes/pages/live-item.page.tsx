import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readToken,
  readVersion,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { liveItemPath, todayPart, todayPath } from '../addresses.js';
import { ChangeLive, type LiveItem, type LivePreview } from '../change-live.js';
import type { LiveWay } from '../domain/live-change.js';
import { tellLabel } from '../in-words.js';
import { ReadLiveChanges } from '../read-live-changes.js';
import { liveNames, previewKey, wantedOf, wayOf } from './live-item-form.js';
import { headingOf, LiveChangeForm, LiveItemView, Meanwhile } from './live-item.view.js';

interface Shown {
  readonly way: LiveWay;
  readonly values: SubmittedValues;
  readonly token: string;
  readonly errors?: Form['errors'];
  /** The version that the person saw, where somebody changed the item meanwhile. */
  readonly seen?: number;
  /** `false`: it is not asked what the change would do. */
  readonly hasPreview?: boolean;
  readonly status?: number;
}

/** Changes one thing of a visit while the party is on its way. */
@Controller('visits/manage/:id/today/:itemId')
export class LiveItemPage {
  constructor(
    private readonly site: Site,
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly change: ChangeLive,
    private readonly changes: ReadLiveChanges,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(
    @Param('id') visitId: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(visitId);
    const live = await this.change.open(visit, id);
    return this.site.send(request, reply, {
      title: `${live.item.title}: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={todayPath(visitId)}>Today</BackLink>,
      main: <LiveItemView live={live} />,
    });
  }

  /** What it would do is shown at once where nothing has to be said for it. */
  @Get(':way')
  async ask(
    @Param('id') visitId: string,
    @Param('itemId') id: string,
    @Param('way') given: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const way = wayOf(given);
    const live = await this.change.open(await this.visits.byId(visitId), id);
    const values = { tellHosts: 'yes' };
    const hasPreview = way !== 'time' && way !== 'place';
    return this.send(request, reply, live, { way, values, token: randomUUID(), hasPreview });
  }

  @Post(':way')
  async run(
    @Param('id') visitId: string,
    @Param('itemId') id: string,
    @Param('way') given: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const way = wayOf(given);
    const sent = submittedValues(request.body);
    const values = pickFields(sent, liveNames);
    const token = readToken(sent);
    const version = readVersion(sent) ?? 0;
    const visit = await this.visits.byId(visitId);
    if (textIn(sent, 'previewed') !== previewKey(values)) {
      return this.send(request, reply, await this.change.open(visit, id), { way, values, token });
    }
    try {
      const actor = actorOf(request);
      const number = await this.runOnce.run(actor, token, { ...values, visitId, id, way }, async (manager) =>
        String(await this.change.run(manager, actor, { visitId, id, version }, wantedOf(way, values))),
      );
      return await this.forms.done(
        reply,
        visitId,
        `${todayPart}/seen/${number}`,
        'It is changed, and they are told.',
      );
    } catch (error) {
      if (isProblem(error, 404)) throw error;
      const live = await this.change.open(visit, id);
      if (isProblem(error, 409)) {
        if (error.code !== 'edited-meanwhile')
          return this.forms.undone(reply, visitId, todayPart, error.detail);
        return this.send(request, reply, live, {
          way,
          values,
          token: randomUUID(),
          seen: version,
          status: 409,
        });
      }
      return this.send(request, reply, live, { way, values, token, errors: refusedFields(error, liveNames) });
    }
  }

  private async send(request: FastifyRequest, reply: FastifyReply, live: LiveItem, shown: Shown) {
    const { way, values, token, errors = [], seen, hasPreview = true, status } = shown;
    const { item, itinerary } = live;
    const { visit } = itinerary;
    const looked =
      errors.length > 0 || !hasPreview ? { preview: null, errors } : await this.look(live, way, values);
    const page = form(values, looked.errors);
    const path = liveItemPath(visit.id, item.id, way);
    return this.site.send(
      request,
      reply,
      {
        title: `${headingOf(way, item.title)}: ${visit.title}`,
        noIndex: true,
        hasErrors: page.errors.length > 0,
        before: <BackLink href={liveItemPath(visit.id, item.id)}>Choose something else</BackLink>,
        main: (
          <LiveChangeForm
            live={live}
            way={way}
            form={page}
            path={path}
            preview={looked.preview}
            hidden={{
              version: String(item.version),
              once: token,
              ...(looked.preview !== null && { previewed: previewKey(values) }),
            }}
            label={
              looked.preview === null
                ? 'See what it does'
                : tellLabel(way, looked.preview.publishing.told.length)
            }
            notice={
              seen === undefined ? null : (
                <Meanwhile
                  changes={(await this.changes.of(visit.id)).filter(
                    ({ itemId, itemVersion }) => itemId === item.id && itemVersion > seen,
                  )}
                  zone={visit.zone}
                  reloadPath={path}
                />
              )
            }
          />
        ),
      },
      status ?? (page.errors.length > 0 ? 422 : 200),
    );
  }

  /** What it would do; a word why may still come. */
  private async look(
    live: LiveItem,
    way: LiveWay,
    values: SubmittedValues,
  ): Promise<{ readonly preview: LivePreview | null; readonly errors: Form['errors'] }> {
    const wanted = wantedOf(way, values);
    try {
      const preview = await this.change.preview(live, { ...wanted, why: wanted.why.trim() || '…' });
      const { told } = preview.publishing;
      const message = 'Nothing would be different from what travellers read already.';
      return preview.changes.length === 0 && told.length === 0
        ? { preview: null, errors: [{ field: '', message }] }
        : { preview, errors: [] };
    } catch (error) {
      return { preview: null, errors: refusedFields(error, liveNames) };
    }
  }
}
