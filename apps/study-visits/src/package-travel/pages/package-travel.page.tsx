import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readVersion,
  refusedFields,
  Site,
  submittedValues,
  type Form,
} from '#ui';
import { ReadSigned } from '../../sign-offs/read-signed.js';
import { SignPages, type ToSign } from '../../sign-offs/sign-page.js';
import { managePath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import type { ConsiderationRow } from '../consideration.entity.js';
import { KeepConsideration } from '../keep-consideration.js';
import { ReadConsideration } from '../read-consideration.js';
import {
  ConsiderationFields,
  considerationNames,
  fillConsideration,
  readConsideration,
} from './consideration-form.js';
import { ConsideredWords, PackageTravelView } from './package-travel.view.js';

/** Whether the rules of package travel apply to a visit: the questions, the answers, and who signed them. */
@Controller('visits/manage/:id/package-travel')
export class PackageTravelPage {
  private readonly toSign: ToSign;

  constructor(
    private readonly site: Site,
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly considerations: ReadConsideration,
    private readonly keep: KeepConsideration,
    private readonly signed: ReadSigned,
    private readonly signing: SignPages,
  ) {
    this.toSign = {
      part: 'package-travel',
      heading: 'Sign what was considered of package travel',
      agreement: 'I have read the answers, they are true, and I stand by what follows from them.',
      saveLabel: 'Sign it',
      done: 'Package travel: signed.',
      read: (visit) => this.signed.packageTravel(visit),
      shown: async (visit) => <ConsideredWords words={(await this.signed.packageTravel(visit)).now} />,
      sign: (...given) => keep.sign(...given),
    };
  }

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: `Package travel: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: <PackageTravelView visit={visit} signed={await this.signed.packageTravel(visit)} />,
    });
  }

  @Get('edit')
  async showEdit(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const row = await this.considerations.of(id);
    const shown = form(row === null ? {} : fillConsideration(row));
    return this.ask(request, reply, { visit, row, shown, status: 200 });
  }

  @Post('edit')
  async save(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, considerationNames);
    const version = readVersion(sent) ?? 0;
    const input = readConsideration(values);
    const saved = () =>
      this.forms.done(reply, id, 'package-travel', 'The answers are saved. They can be signed now.');
    try {
      await this.keep.save(actorOf(request), { visitId: id, version }, input);
      return await saved();
    } catch (error) {
      const visit = await this.visits.byId(id);
      const row = await this.considerations.of(id);
      if (isProblem(error, 409)) {
        // Saved by a first press of the same button.
        if (this.keep.saysAlready(row, input, visit)) return saved();
        const message = `${error.detail} What you wrote is below; saving replaces it.`;
        return this.ask(request, reply, {
          visit,
          row,
          shown: form(values, [{ field: '', message }]),
          status: 409,
        });
      }
      const shown = form(values, refusedFields(error, considerationNames));
      return this.ask(request, reply, { visit, row, shown, status: 422, version });
    }
  }

  @Get('sign')
  showSign(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.signing.show(this.toSign, request, reply, id);
  }

  @Post('sign')
  sign(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.signing.save(this.toSign, request, reply, id);
  }

  private ask(request: FastifyRequest, reply: FastifyReply, asked: AskedConsideration) {
    const { visit, row, shown, status } = asked;
    const page = {
      visit,
      heading: 'Do the rules of package travel apply?',
      part: 'package-travel/edit',
      backPart: 'package-travel',
      form: shown,
      hidden: { version: String(asked.version ?? row?.version ?? 0) },
      saveLabel: 'Save the answers',
      children: <ConsiderationFields form={shown} />,
    };
    return this.forms.send(request, reply, page, status);
  }
}

interface AskedConsideration {
  readonly visit: Visit;
  /** `null`: nobody has answered. */
  readonly row: ConsiderationRow | null;
  readonly shown: Form;
  readonly status: number;
  /** That which the person saw, where it is still the one to save over. */
  readonly version?: number;
}
