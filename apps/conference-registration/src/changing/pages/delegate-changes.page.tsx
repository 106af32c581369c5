import { Controller, Get, Param, ParseIntPipe, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { form, InsetText, SummaryList } from '#ui';
import { placesOf, ticketTypeIdsOf, type BookedDelegate } from '../../booking-page/booking-details.js';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { placePriceInWords } from '../../booking-page/pages/cost.js';
import { DelegateTag } from '../../booking-page/pages/delegates-part.js';
import { nameSize } from '../../booking-page/pages/name-size.js';
import { missingOfDelegate, nameOf } from '../../booking-page/still-missing.js';
import { answerRows } from '../../confirming/pages/answer-rows.js';
import { cancelPath, delegateDetailsPath, delegateTicketsPath, replaceDelegatePath } from '../addresses.js';
import { ChangeFrame } from './change-frame.js';

/** One delegate of a confirmed booking: what is known of them, and what can be changed. */
@Controller('conference/bookings/:key/delegates/:number/change')
export class DelegateChangesPage {
  constructor(private readonly frame: ChangeFrame) {}

  @Get()
  async show(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const opened = await this.frame.openDelegate(request, reply, key, number);
    if (opened === null) return reply;
    const { open, own } = opened;
    const main = <DelegateChanges open={open} own={own} />;
    return this.frame.send(request, reply, open, { title: nameOf(own), form: form(), main });
  }
}

function DelegateChanges({ open, own }: { readonly open: OpenBooking; readonly own: BookedDelegate }) {
  const { delegate } = own;
  const { key } = open;
  const asked = { of: 'delegate', ticketTypeIds: ticketTypeIdsOf(own) } as const;
  const missing = missingOfDelegate(open, own);
  const change = (href: string) => ({ items: [{ href, text: 'Change' }] });
  return (
    <>
      <span class="govuk-caption-l">Booking {open.booking.reference}</span>
      <h1 class={`govuk-heading-${nameSize(nameOf(own))}`}>{nameOf(own)}</h1>
      <p class="govuk-body">
        <DelegateTag status={delegate.status} />
      </p>
      {missing.map(({ message }) => (
        <InsetText>{message}</InsetText>
      ))}
      <SummaryList
        classes="cn-compact"
        card={{
          title: 'Ticket and add-ons',
          classes: 'cn-card',
          actions: change(delegateTicketsPath(key, delegate.number)),
        }}
        rows={[
          own.ticket === null && { key: 'Ticket', value: 'None' },
          ...placesOf(own).map((place) => ({
            key: place.ticketType.kind === 'ticket' ? 'Ticket' : 'Added',
            value: `${place.ticketType.name}: ${placePriceInWords(place)}`,
          })),
        ]}
      />
      <SummaryList
        classes="cn-compact"
        card={{
          title: 'Details and answers',
          classes: 'cn-card',
          actions: change(delegateDetailsPath(key, delegate.number)),
        }}
        rows={[
          { key: 'Name', value: delegate.name },
          { key: 'Email address', value: delegate.email ?? 'None: they get no mail from us' },
          { key: 'Telephone', value: delegate.phone ?? 'None' },
          { key: 'Job title or role', value: delegate.jobTitle ?? 'None' },
          {
            key: 'Organisation on the badge',
            value: delegate.badgeOrganisation ?? open.booking.organisationName,
          },
          ...answerRows(open.catalogue.questions, asked, own.answers, open.path, own.withheld).map(
            ({ key: label, value }) => ({ key: label, value }),
          ),
        ]}
      />
      <h2 class="govuk-heading-m">If they cannot come</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={replaceDelegatePath(key, delegate.number)}>
            Put somebody else in their place
          </a>
        </li>
        <li>
          <a class="govuk-link cn-link--danger" href={cancelPath(key, delegate.number)}>
            Cancel their place
          </a>
        </li>
      </ul>
    </>
  );
}
