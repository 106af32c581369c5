import { createHash } from 'node:crypto';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lockPeopleForChanges } from '#people';
import { actorOf, RunOnce } from '#platform';
import {
  form,
  FormErrors,
  plural,
  readToken,
  submittedValues,
  textIn,
  type FieldError,
  type Form,
} from '#ui';
import { receiveForm, type SentFile } from '#uploads';
import { BookingFrame, refusalOn, type OpenBooking } from '../../booking-page/booking-frame.js';
import { bookingPath } from '../../bookings/addresses.js';
import { mostDelegates } from '../../bookings/domain/booking.js';
import type { DelegateList, ListedDelegate } from '../../delegate-lists/domain/delegate-list.js';
import { readDelegateFile, readDelegateList } from '../../delegate-lists/domain/read-delegate-list.js';
import { AddDelegates, type NewDelegate } from '../add-delegates.js';
import type { DelegateDetails } from '../domain/delegate-details.js';
import { FindTicketChoices } from '../ticket-choices.js';
import { DelegateListView } from './delegate-list.view.js';

/** Larger than the list of a hundred delegates ever is, in bytes. */
const mostBytes = 1024 * 1024;

/** Only so many wrong rows are named at once. */
const mostNamed = 20;

/** Names several delegates at once, from a list that is pasted or uploaded. */
@Controller('conference/bookings/:key/delegates/list')
export class DelegateListPage {
  constructor(
    private readonly frame: BookingFrame,
    private readonly choices: FindTicketChoices,
    private readonly addDelegates: AddDelegates,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const open = await this.frame.open(request, key);
    if (open.standing !== 'in-time') return this.frame.redirect(reply, open.path);
    const ticketTypeId = open.delegates[0]?.ticket?.ticketType.id ?? '';
    return this.sendForm(request, reply, open, form({ list: '', ticketTypeId, once: readToken({}) }));
  }

  @Post()
  async add(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const open = await this.frame.open(request, key);
    const { values, files } = request.isMultipart()
      ? await receiveForm(request, { mostBytes, mostFiles: 1 })
      : { values: submittedValues(request.body), files: new Map<string, SentFile>() };
    const list = readList(textIn(values, 'list'), files.get('file'), open);
    const errors = problemsIn(list);
    if (errors.length > 0 || !list.ok) {
      return this.sendForm(request, reply, open, form(values, errors), 422);
    }
    try {
      const wanted = list.rows.flatMap(({ delegate }): NewDelegate[] =>
        delegate === null ? [] : [{ details: detailsOf(delegate), ticketTypeId: null }],
      );
      const ticket = textIn(values, 'ticketTypeId');
      const actor = actorOf(request);
      const sent = { key, ticket, wanted: hashOf(wanted) };
      await this.runOnce.run(actor, readToken(values), sent, async (manager) => {
        await lockPeopleForChanges(manager);
        const { named, added } = await this.addDelegates.within(manager, actor, key, wanted, ticket);
        return String(named + added);
      });
      const said = [...list.notes, ...(hasNeeds(list.rows) ? [needsLeftOut] : [])];
      return this.frame.redirect(
        reply,
        bookingPath(key),
        [`${plural(wanted.length, 'delegate')} taken from the list.`, ...said].join(' '),
      );
    } catch (error) {
      const refused = refusalOn(error);
      return this.sendForm(request, reply, open, form(values, refused.errors), refused.status);
    }
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenBooking,
    shown: Form,
    status = 200,
  ) {
    const { tickets } = await this.choices.of(open, null);
    return this.frame.send(
      request,
      reply,
      open,
      {
        title: 'Name delegates from a list',
        hasErrors: shown.errors.length > 0,
        main: (
          <>
            <FormErrors form={shown} />
            <DelegateListView open={open} form={shown} tickets={tickets} />
          </>
        ),
      },
      status,
    );
  }
}

const needsLeftOut =
  'What the list says of dietary and access needs is not taken over: answer the questions for each delegate.';

const hasNeeds = (rows: readonly ListedDelegate[]): boolean =>
  rows.some(
    ({ delegate }) => delegate !== null && Object.values(delegate.needs).some((need) => need !== null),
  );

function detailsOf({
  name,
  email,
  phone,
  jobTitle,
  badgeOrganisation,
}: NonNullable<ListedDelegate['delegate']>): DelegateDetails {
  return { name, email, phone, jobTitle, badgeOrganisation };
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url');

function readList(typed: string, file: SentFile | undefined, { delegates }: OpenBooking): DelegateList {
  const limits = {
    mostRows: mostDelegates,
    already: delegates.map(({ delegate }) => delegate).filter(({ name }) => name !== ''),
  };
  if (file?.isTooLarge) {
    return { ok: false, problems: ['The file is larger than 1 MB. Leave out all but the delegates.'] };
  }
  return file === undefined ? readDelegateList(typed, limits) : readDelegateFile(file.bytes, limits);
}

function problemsIn(list: DelegateList): readonly FieldError[] {
  if (!list.ok) return [{ field: 'list', message: list.problems.join(' ') }];
  const wrong = list.rows.filter(({ problems }) => problems.length > 0);
  const named = wrong.slice(0, mostNamed).map(({ line, problems }) => ({
    field: '',
    message: `Row ${line}: ${problems.map(({ message }) => message).join(' ')}`,
  }));
  const more = wrong.length - named.length;
  return more > 0 ? [...named, { field: '', message: `${plural(more, 'more row')} cannot be read.` }] : named;
}
