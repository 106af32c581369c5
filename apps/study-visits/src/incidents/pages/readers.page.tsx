import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import {
  BackLink,
  Button,
  field,
  form,
  FormErrors,
  HiddenFields,
  Input,
  pickFields,
  plural,
  refusedFields,
  ResponsiveTable,
  momentInWords,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import type { Visit } from '../../visits/domain/visit.js';
import { incidentsPath } from '../addresses.js';
import { IncidentReaders } from '../incident-readers.js';
import type { IncidentReaderRow } from '../incident.entities.js';

const names = ['email', 'keepYears'];

/** Where an administrator says who may read what happened on a visit, and for how long it is kept. */
@Controller('visits/manage/:id/incidents')
export class IncidentReadersPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly readers: IncidentReaders,
  ) {}

  @Get('readers')
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.ask(request, reply, id, null);
  }

  @Post('readers')
  async name(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const values = pickFields(submittedValues(request.body), ['email']);
    try {
      const { personName } = await this.readers.name(actorOf(request), id, textIn(values, 'email'));
      return await this.done(reply, id, `${personName} may read incidents of this visit.`);
    } catch (error) {
      return this.ask(request, reply, id, form(values, refusedFields(error, names)));
    }
  }

  @Post('readers/:personId/take-off')
  async takeOff(
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    try {
      const { personName } = await this.readers.takeOff(actorOf(request), id, personId);
      return await this.done(reply, id, `${personName} may no longer read them.`);
    } catch (error) {
      // A second press of the button: what it asks for is done.
      if (!isProblem(error, 404)) throw error;
      await this.visits.byId(id);
      return this.done(reply, id, 'They are not named any more.');
    }
  }

  @Post('keeping')
  async keep(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const values = pickFields(submittedValues(request.body), ['keepYears']);
    try {
      const typed = textIn(values, 'keepYears').trim();
      const years = await this.readers.keepFor(
        actorOf(request),
        id,
        /^\d{1,4}$/.test(typed) ? Number(typed) : 0,
      );
      return await this.done(reply, id, `Incidents are kept for ${plural(years, 'year')} after the visit.`);
    } catch (error) {
      return this.ask(request, reply, id, form(values, refusedFields(error, names)));
    }
  }

  private done(reply: FastifyReply, id: string, text: string) {
    return this.site.redirect(reply, incidentsPath(id, 'readers'), { type: 'success', text });
  }

  private async ask(request: FastifyRequest, reply: FastifyReply, id: string, refused: Form | null) {
    const visit = await this.visits.byId(id);
    const keepYears = String(await this.readers.keepYears(visit.id));
    const shown = form({ keepYears, ...refused?.values }, refused?.errors ?? []);
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: `Who may read incidents: ${visit.title}`,
      hasErrors,
      noIndex: true,
      before: <BackLink href={incidentsPath(visit.id)}>Incidents</BackLink>,
      main: <ReadersView visit={visit} readers={await this.readers.of(visit.id)} form={shown} />,
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}

interface ReadersViewProps {
  readonly visit: Visit;
  readonly readers: readonly IncidentReaderRow[];
  readonly form: Form;
}

function ReadersView({ visit, readers, form: shown }: ReadersViewProps) {
  const path = incidentsPath(visit.id, 'readers');
  return (
    <>
      <FormErrors form={shown} />
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">Who may read incidents</h1>
      <p class="govuk-body">
        Nobody else can, administrators neither, unless they are named here. The history of the visit has each
        change of this list.
      </p>
      {readers.length === 0 ? (
        <p class="govuk-body">Nobody is named yet.</p>
      ) : (
        <ResponsiveTable
          caption="Those who are named"
          captionClasses="govuk-visually-hidden"
          columns={[
            { key: 'name', heading: 'Who' },
            { key: 'since', heading: 'Since' },
            { key: 'off', heading: 'Take off' },
          ]}
          rows={readers.map(({ personId, personName, namedAt }) => [
            <bdi>{personName}</bdi>,
            momentInWords(namedAt),
            <form method="post" action={`${path}/${encodeURIComponent(personId)}/take-off`} novalidate>
              <Button classes="govuk-button--secondary" preventDoubleClick>
                Take off<span class="govuk-visually-hidden">: {personName}</span>
              </Button>
            </form>,
          ])}
        />
      )}
      <form method="post" action={path} novalidate>
        <HiddenFields values={{}} />
        <Input
          {...field(shown, 'email')}
          label="Somebody else of the staff"
          hint="The address that they sign in with."
          type="email"
          autocomplete="off"
        />
        <Button preventDoubleClick>Name them</Button>
      </form>
      <h2 class="govuk-heading-l">For how long</h2>
      <form method="post" action={incidentsPath(visit.id, 'keeping')} novalidate>
        <Input
          {...field(shown, 'keepYears')}
          label="Years after the visit"
          hint="Claims for injuries are brought within three years, those from a contract within six."
          inputmode="numeric"
          classes="govuk-input--width-3"
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Keep them that long
        </Button>
      </form>
    </>
  );
}
