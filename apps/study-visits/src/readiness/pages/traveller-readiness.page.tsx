import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf } from '#platform';
import {
  allValues,
  BackLink,
  form,
  pickFields,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { SensitiveDetails } from '../../secrets/sensitive-details.js';
import { OpenTraveller } from '../../travellers/open-traveller.js';
import { readinessPath } from '../addresses.js';
import { LookAtTold, sealedItems, type ToldDetails } from '../look-at-told.js';
import { ReadReadiness } from '../read-readiness.js';
import { ReadinessChaseRow, ReadinessMarkRow } from '../readiness.entity.js';
import { ToldForms } from './told-forms.js';
import { staffPlace } from './told-place.js';
import { TravellerReadinessView } from './traveller-readiness.view.js';

/** How ready one traveller is, for staff: what they told is shown to whoever says why. */
@Controller('visits/manage/:id/readiness/:travellerId')
export class TravellerReadinessPage {
  constructor(
    private readonly site: Site,
    private readonly open: OpenTraveller,
    private readonly readiness: ReadReadiness,
    private readonly details: SensitiveDetails,
    private readonly look: LookAtTold,
    private readonly forms: ToldForms,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  show(
    @Param('id') visitId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.send(request, reply, { visitId, travellerId }, form());
  }

  /** What is shown stands in the answer itself: there is no address at which it could be opened again without a reason. */
  @Post('look')
  async lookAt(
    @Param('id') visitId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(request.body), ['items', 'why']);
    const which = { visitId, travellerId };
    try {
      const told = await this.look.asStaff(
        actorOf(request),
        which,
        allValues(values, 'items'),
        textIn(values, 'why'),
      );
      return await this.send(request, reply, which, form(), told);
    } catch (error) {
      return this.send(request, reply, which, form(values, refusedFields(error, ['items', 'why'])));
    }
  }

  @Get(':item')
  showItem(
    @Param('id') visitId: string,
    @Param('travellerId') travellerId: string,
    @Param('item') item: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.show(request, reply, staffPlace(visitId, travellerId), item);
  }

  @Post(':item')
  saveItem(
    @Param('id') visitId: string,
    @Param('travellerId') travellerId: string,
    @Param('item') item: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.save(request, reply, staffPlace(visitId, travellerId), item);
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    which: { readonly visitId: string; readonly travellerId: string },
    lookForm: Form,
    told?: ToldDetails,
  ) {
    const { traveller, visit } = await this.open.read(which);
    const { id } = traveller;
    const [ready, held, judged, chases] = await Promise.all([
      this.readiness.ofOne(visit, traveller),
      this.details.holds(this.dataSource.manager, 'traveller', [id]),
      this.dataSource.manager.findOneBy(ReadinessMarkRow, { travellerId: id, item: 'passport' }),
      this.dataSource.manager.find(ReadinessChaseRow, {
        where: { travellerId: id },
        order: { sentOn: 'ASC' },
      }),
    ]);
    const page = {
      title: `${traveller.name}: ${visit.title}`,
      noIndex: true,
      hasErrors: lookForm.errors.length > 0,
      before: <BackLink href={readinessPath(visit.id)}>Who is ready</BackLink>,
      main: (
        <TravellerReadinessView
          visit={visit}
          ready={ready}
          sealed={sealedItems.filter((item) => held.get(id)?.has(item))}
          passports={judged?.judgement.item === 'passport' ? judged.judgement : null}
          chases={chases}
          lookForm={lookForm}
          told={told ?? null}
          pathOf={(item) => this.readiness.pathOf(item, visit.id, id)}
        />
      ),
    };
    return this.site.send(request, reply, page, lookForm.errors.length > 0 ? 422 : 200);
  }
}
