import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Transactions } from '#platform';
import { BackLink, Button, form, listInWords, plural, Site, submittedValues } from '#ui';
import { readerOf } from '../../events/reader.js';
import { followingPath } from '../../following/addresses.js';
import { ListFollows, type FollowListed } from '../../following/list-follows.js';
import { nameOf } from '../../following/pages/following.view.js';
import { remindersPath } from '../addresses.js';
import { chosenIn, Reminders, remindersField } from '../reminders.js';
import { ReminderChoices } from './reminder-choices.js';

const gone = { type: 'important', text: 'You do not follow that any more.' } as const;

/** Chooses other reminders for something that one follows already. */
@Controller('calendar/following/:id/reminders')
export class ChooseRemindersPage {
  constructor(
    private readonly site: Site,
    private readonly follows: ListFollows,
    private readonly reminders: Reminders,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const follow = await this.find(id, request);
    if (follow === null) return this.site.redirect(reply, followingPath, gone);
    const chosen = (await this.reminders.chosen([id])).get(id) ?? [];
    return this.site.send(request, reply, {
      title: 'Reminders',
      noIndex: true,
      before: <BackLink href={followingPath}>Back to what you follow</BackLink>,
      main: (
        <>
          <h1 class="govuk-heading-l">Reminders of {nameOf(follow)}</h1>
          <form method="post" action={remindersPath(id)}>
            <ReminderChoices form={form({ [remindersField]: chosen.map(String) })} />
            <Button preventDoubleClick>Save</Button>
          </form>
        </>
      ),
    });
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const follow = await this.find(id, request);
    if (follow === null) return this.site.redirect(reply, followingPath, gone);
    const submitted = submittedValues(body);
    await this.transactions.run((manager) => this.reminders.choose(manager, id, submitted));
    const days = chosenIn(submitted).map((each) => plural(each, 'day'));
    return this.site.redirect(reply, followingPath, {
      type: 'success',
      text:
        days.length === 0
          ? `You are not reminded of ${nameOf(follow)}.`
          : `You will be reminded of ${nameOf(follow)} ${listInWords(days)} before.`,
    });
  }

  private async find(id: string, request: FastifyRequest): Promise<FollowListed | null> {
    const owner = await this.follows.ownerOf(request.identity.personId);
    return this.follows.one(owner, id, readerOf(request));
  }
}
