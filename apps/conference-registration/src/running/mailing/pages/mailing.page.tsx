import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, RunOnce } from '#platform';
import {
  BackLink,
  form,
  FormErrors,
  pickFields,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { ReadCatalogue } from '../../../catalogue/read-catalogue.js';
import { ConferenceFrame } from '../../../conferences/pages/conference-frame.js';
import { StaffConferences } from '../../../conferences/staff-conferences.js';
import { manageConferencePath, managePath } from '../../../manage/addresses.js';
import { FindBookings } from '../../lists/find-bookings.js';
import { ConferenceLog } from '../../log/conference-log.js';
import { FindReaders } from '../find-readers.js';
import { readSelection, selectionNames } from '../selection.js';
import { SendMailing } from '../send-mailing.js';
import { CheckMailView } from './check-mail.view.js';
import { WriteMailView } from './write-mail.view.js';

const names = [...selectionNames, 'subject', 'text'];

/** How many of the mails that were sent are shown. */
const mostSent = 20;

/** Staff write to some of those who come, or who booked for them: first they write, then they see it and to how many, then it goes. */
@Controller('conference/manage/:id/mail')
export class MailingPage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly catalogues: ReadCatalogue,
    private readonly bookings: FindBookings,
    private readonly readers: FindReaders,
    private readonly mailing: SendMailing,
    private readonly log: ConferenceLog,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendForm(request, reply, id, form({ to: 'delegates', state: 'confirmed' }));
  }

  /** Shows the mail and how many will have it, or the form again to change something. */
  @Post('check')
  async check(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, names);
    if (textIn(sent, 'step') === 'change') return this.sendForm(request, reply, id, form(values));
    return this.orForm(request, reply, id, values, () => this.sendCheck(request, reply, id, values));
  }

  @Post()
  async send(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, names);
    const actor = actorOf(request);
    const written = { subject: textIn(values, 'subject'), text: textIn(values, 'text') };
    const expected = Number(textIn(sent, 'readers'));
    return this.orForm(request, reply, id, values, async () => {
      await this.conferences.read(id);
      try {
        await this.runOnce.run(actor, readToken(sent), { ...values, id, kind: 'mailing' }, (manager) =>
          this.mailing.run(manager, actor, id, readSelection(values), written, expected),
        );
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'readers-changed') throw error;
        return this.sendCheck(request, reply, id, values, error.detail);
      }
      const notice = { type: 'success', text: 'The mail is on its way. See below how it fares.' } as const;
      return this.site.redirect(reply, manageConferencePath(id, 'mail'), notice);
    });
  }

  private async orForm<Answer>(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    values: SubmittedValues,
    work: () => Promise<Answer>,
  ) {
    try {
      return await work();
    } catch (error) {
      return this.sendForm(request, reply, id, form(values, refusedFields(error, names)));
    }
  }

  private async sendCheck(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    values: SubmittedValues,
    refusal: string | null = null,
  ) {
    const conference = await this.conferences.read(id);
    const selection = readSelection(values);
    const [{ ticketTypes }, organisations, content, found] = await Promise.all([
      this.catalogues.of(id),
      this.bookings.organisations(id),
      this.mailing.preview(id, { subject: textIn(values, 'subject'), text: textIn(values, 'text') }),
      this.readers.of(id, selection),
    ]);
    const page = {
      title: `Check the mail: ${conference.title}`,
      noIndex: true,
      before: <BackLink href={manageConferencePath(id, 'mail')}>Mail</BackLink>,
      main: (
        <CheckMailView
          conference={conference}
          values={values}
          selection={selection}
          names={{ ticketTypes, organisations }}
          content={content}
          found={found}
          token={randomUUID()}
          refusal={refusal}
        />
      ),
    };
    return this.site.send(request, reply, page, refusal === null ? 200 : 409);
  }

  private async sendForm(request: FastifyRequest, reply: FastifyReply, id: string, shown: Form) {
    const conference = await this.conferences.read(id);
    const [catalogue, organisations, sent] = await Promise.all([
      this.catalogues.of(id),
      this.bookings.organisations(id),
      this.log.of(id, ['mail-sent'], mostSent),
    ]);
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: `Mail: ${conference.title}`,
      noIndex: true,
      hasErrors,
      before: <BackLink href={managePath}>Manage conferences</BackLink>,
      main: (
        <>
          <FormErrors form={shown} />
          <ConferenceFrame conference={conference} heading="Mail" current="mail">
            <WriteMailView
              conference={conference}
              catalogue={catalogue}
              organisations={organisations}
              form={shown}
              sent={sent}
            />
          </ConferenceFrame>
        </>
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
