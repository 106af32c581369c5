import { Controller, Get, Param, ParseIntPipe, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { form, InsetText, SummaryList } from '#ui';
import { placesOf, ticketTypeIdsOf, type BookedDelegate } from '../../booking-page/booking-details.js';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { placePriceInWords } from '../../booking-page/pages/cost.js';
import { DelegateTag } from '../../booking-page/pages/delegates-part.js';
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
  const change = (href: string, what: string) => ({
    items: [{ href, text: 'Change', visuallyHiddenText: what }],
  });
  const details = delegateDetailsPath(key, delegate.number);
  return (
    <>
      <span class="govuk-caption-l">Booking {open.booking.reference}</span>
      <h1 class="govuk-heading-xl">{nameOf(own)}</h1>
      <p class="govuk-body">
        <DelegateTag status={delegate.status} />
      </p>
      {missing.map(({ message }) => (
        <InsetText>{message}</InsetText>
      ))}
      <SummaryList
        rows={[
          { key: 'Name', value: delegate.name, actions: change(details, 'name') },
          {
            key: 'Email address',
            value: delegate.email ?? 'None',
            actions: change(details, 'email address'),
          },
          { key: 'Telephone', value: delegate.phone ?? 'None', actions: change(details, 'telephone number') },
          {
            key: 'Job title or role',
            value: delegate.jobTitle ?? 'None',
            actions: change(details, 'job title'),
          },
          {
            key: 'Organisation on the badge',
            value: delegate.badgeOrganisation ?? open.booking.organisationName,
            actions: change(details, 'organisation on the badge'),
          },
          {
            key: 'Ticket and add-ons',
            value: <Tickets own={own} />,
            actions: change(delegateTicketsPath(key, delegate.number), 'ticket and add-ons'),
          },
          ...answerRows(open.catalogue.questions, asked, own.answers, open.path, own.withheld).map((row) => ({
            ...row,
            actions: change(details, row.key),
          })),
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

function Tickets({ own }: { readonly own: BookedDelegate }) {
  return (
    <ul class="govuk-list">
      {placesOf(own).map((place) => (
        <li>
          {place.ticketType.name}: {placePriceInWords(place)}
        </li>
      ))}
    </ul>
  );
}
