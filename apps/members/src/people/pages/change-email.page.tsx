import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, form, Site, submittedValues, textIn, type Form } from '#ui';
import { personPath } from '../addresses.js';
import type { Person } from '../domain/person.js';
import { MakePrimary } from '../make-primary.js';
import { ReadPerson } from '../read-person.js';
import { RemoveEmail } from '../remove-email.js';
import { ConfirmView } from './confirm.view.js';
import { errorsOf } from './errors-of.js';

type Step = 'primary' | 'remove';

/** Removes an address of a person, or makes it the one that mail goes to; each on a page that asks once more. */
@Controller('members/manage/people/:id/emails')
export class ChangeEmailPage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly removeEmail: RemoveEmail,
    private readonly makePrimary: MakePrimary,
  ) {}

  @Get(['remove', 'primary'])
  async ask(
    @Param('id') id: string,
    @Query('address') address: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.people.read(id);
    if (!person.emails.some((email) => email.address === address)) return this.goBack(reply, person);
    return this.sendForm(request, reply, person, { step: stepOf(request), address: String(address) });
  }

  @Post(['remove', 'primary'])
  async change(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const step = stepOf(request);
    const address = textIn(submittedValues(body), 'address');
    const person = await this.people.read(id);
    // A second press of the button: what it asks for is done.
    if (!person.emails.some((email) => email.address === address)) return this.goBack(reply, person);
    try {
      const change = step === 'remove' ? this.removeEmail : this.makePrimary;
      await change.run(actorOf(request), person.id, address);
      return this.site.redirect(reply, personPath(person.id), {
        type: 'success',
        text:
          step === 'remove'
            ? `${address} is removed from the record.`
            : `Mail for ${person.name} goes to ${address} now.`,
      });
    } catch (error) {
      const shown = form({}, errorsOf(error, []));
      return this.sendForm(request, reply, person, { step, address, shown }, 422);
    }
  }

  private goBack(reply: FastifyReply, person: Person) {
    return this.site.redirect(reply, personPath(person.id), {
      type: 'important',
      text: `${person.name} does not have that address any more.`,
    });
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    person: Person,
    { step, address, shown }: { readonly step: Step; readonly address: string; readonly shown?: Form },
    status = 200,
  ) {
    const isRemoval = step === 'remove';
    return this.site.send(
      request,
      reply,
      {
        title: isRemoval ? `Remove an address: ${person.name}` : `Where mail goes: ${person.name}`,
        hasErrors: shown !== undefined,
        noIndex: true,
        before: <BackLink href={personPath(person.id)}>Back to {person.name}</BackLink>,
        main: (
          <ConfirmView
            heading={isRemoval ? `Remove ${address}?` : `Send mail for ${person.name} to ${address}?`}
            action={personPath(person.id, `emails/${step}`)}
            hidden={{ address }}
            button={isRemoval ? 'Remove the address' : 'Send mail there'}
            isWarning={isRemoval}
            cancelPath={personPath(person.id)}
            cancel="Leave it as it is"
            {...(shown && { shown })}
          >
            <p class="govuk-body">
              {isRemoval
                ? `${person.name} cannot sign in with it any more. It can be added again at any time.`
                : 'Their other addresses stay, and they can go on signing in with them.'}
            </p>
          </ConfirmView>
        ),
      },
      status,
    );
  }
}

const stepOf = (request: FastifyRequest): Step =>
  request.routeOptions.url?.endsWith('/remove') ? 'remove' : 'primary';
