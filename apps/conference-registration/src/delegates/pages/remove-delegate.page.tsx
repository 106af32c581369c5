import { Controller, Get, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { Button, ButtonGroup } from '#ui';
import { BookingFrame, refusalOn } from '../../booking-page/booking-frame.js';
import { nameOf } from '../../booking-page/still-missing.js';
import { bookingPath } from '../../bookings/addresses.js';
import { delegatePath } from '../addresses.js';
import { RemoveDelegate } from '../remove-delegate.js';
import { delegateIn } from '../save-delegate.js';

/** Takes a delegate off a booking that is not confirmed. */
@Controller('conference/bookings/:key/delegates/:number/remove')
export class RemoveDelegatePage {
  constructor(
    private readonly frame: BookingFrame,
    private readonly removeDelegate: RemoveDelegate,
  ) {}

  @Get()
  async ask(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const open = await this.frame.open(request, key);
    if (open.standing === 'done') return this.frame.redirect(reply, open.path);
    const name = nameOf(delegateIn(open, number));
    const path = delegatePath(key, number);
    return this.frame.send(request, reply, open, {
      title: `Take ${name} off the booking?`,
      back: { href: path, text: name },
      main: (
        <>
          <h1 class="govuk-heading-xl">Take {name} off the booking?</h1>
          <p class="govuk-body">
            Their place becomes free for others at once, and what was filled in for them is deleted.
          </p>
          <form method="post" action={`${path}/remove`}>
            <ButtonGroup>
              <Button classes="govuk-button--warning" preventDoubleClick>
                Take them off
              </Button>
              <a class="govuk-link" href={path}>
                Keep them
              </a>
            </ButtonGroup>
          </form>
        </>
      ),
    });
  }

  @Post()
  async remove(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    try {
      await this.removeDelegate.run(actorOf(request), key, number);
      return this.frame.redirect(reply, bookingPath(key), 'The delegate is taken off the booking.');
    } catch (error) {
      const text = refusalOn(error)
        .errors.map(({ message }) => message)
        .join(' ');
      return this.frame.redirect(reply, bookingPath(key), { type: 'important', text });
    }
  }
}
