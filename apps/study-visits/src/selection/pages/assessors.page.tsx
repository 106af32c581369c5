import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import {
  BackLink,
  Button,
  EmptyState,
  field,
  form,
  FormErrors,
  Input,
  pickFields,
  plural,
  refusedFields,
  ResponsiveTable,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { manageSelectionPath } from '../addresses.js';
import { KeepAssessors, noSuchAssessor } from '../keep-assessors.js';
import { ReadSelection } from '../read-selection.js';

/** Who scores the applications for a visit. */
@Controller('visits/manage/:id/selection/assessors')
export class AssessorsPage {
  constructor(
    private readonly site: Site,
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly selections: ReadSelection,
    private readonly keep: KeepAssessors,
  ) {}

  @Get()
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, id, form());
  }

  @Post()
  async add(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(body), ['email']);
    try {
      const { name } = await this.keep.add(actorOf(request), id, textIn(values, 'email'));
      return await this.forms.done(
        reply,
        id,
        'selection/assessors',
        `${name} scores the applications. Tell them: no mail goes to them.`,
      );
    } catch (error) {
      const errors = isProblem(error, 409)
        ? [{ field: '', message: error.detail }]
        : refusedFields(error, ['email']);
      return this.send(request, reply, id, form(values, errors), isProblem(error, 409) ? 409 : 422);
    }
  }

  @Get(':assessorId/remove')
  async ask(
    @Param('id') id: string,
    @Param('assessorId') assessorId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(id);
    const found = (await this.selections.progress(visit.id)).find(
      ({ assessor }) => assessor.id === assessorId,
    );
    if (found === undefined) throw noSuchAssessor();
    return this.forms.send(request, reply, {
      visit,
      heading: `Take ${found.assessor.name} off the assessors?`,
      part: `selection/assessors/${found.assessor.id}/remove`,
      backPart: 'selection/assessors',
      form: form(),
      saveLabel: 'Take them off',
      isWarning: true,
      cancelLabel: 'Keep them',
      children: (
        <p class="govuk-body">
          {found.scored === 0
            ? 'They have scored nothing yet.'
            : `What they gave ${plural(found.scored, 'application')} is deleted and cannot be brought back.`}
        </p>
      ),
    });
  }

  @Post(':assessorId/remove')
  async remove(
    @Param('id') id: string,
    @Param('assessorId') assessorId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    try {
      await this.keep.remove(actorOf(request), id, assessorId);
      return await this.forms.done(reply, id, 'selection/assessors', 'They score no applications any more.');
    } catch (error) {
      if (isProblem(error, 409)) return this.forms.undone(reply, id, 'selection/assessors', error.detail);
      // A second press of the button: what it asks for is done.
      if (!isProblem(error, 404)) throw error;
      await this.visits.byId(id);
      return this.forms.undone(reply, id, 'selection/assessors', 'They are no assessor already.');
    }
  }

  private async send(request: FastifyRequest, reply: FastifyReply, id: string, shown: Form, status = 200) {
    const visit = await this.visits.byId(id);
    const [progress, selection] = await Promise.all([
      this.selections.progress(visit.id),
      this.selections.of(visit.id),
    ]);
    const isClosed = selection?.scoringClosedAt instanceof Date;
    return this.site.send(
      request,
      reply,
      {
        title: `Assessors: ${visit.title}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={managePath}>Look after the visits</BackLink>,
        main: (
          <VisitFrame visit={visit} heading="Who scores applications" current="selection">
            <FormErrors form={shown} />
            {progress.length === 0 ? (
              <EmptyState titleText="No assessors yet">
                <p class="govuk-body">Whoever you name finds the applications at “Assess” once signed in.</p>
              </EmptyState>
            ) : (
              <ResponsiveTable
                caption="Assessors"
                columns={[
                  { key: 'name', heading: 'Assessor' },
                  { key: 'scored', heading: 'Scored', format: 'numeric' },
                  { key: 'all', heading: 'Theirs to score', format: 'numeric' },
                  { key: 'remove', heading: 'Change' },
                ]}
                rows={progress.map(({ assessor, scored, all }) => [
                  assessor.name,
                  String(scored),
                  String(all),
                  isClosed ? (
                    'Scoring is closed'
                  ) : (
                    <a
                      class="govuk-link"
                      href={manageSelectionPath(visit.id, `assessors/${assessor.id}/remove`)}
                    >
                      Take off<span class="govuk-visually-hidden"> {assessor.name}</span>
                    </a>
                  ),
                ])}
              />
            )}
            {!isClosed && (
              <form method="post" action={manageSelectionPath(visit.id, 'assessors')} novalidate>
                <Input
                  {...field(shown, 'email')}
                  type="email"
                  label="Email address of somebody who is to score"
                  hint="That with which they sign in. They need not be staff. Nobody scores an application of their own, or of their own organisation."
                  autocomplete="off"
                />
                <Button preventDoubleClick>Name them as assessor</Button>
              </form>
            )}
          </VisitFrame>
        ),
      },
      status,
    );
  }
}
