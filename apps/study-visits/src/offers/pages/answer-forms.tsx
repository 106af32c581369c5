import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { refuse } from '#checks';
import { instantOf, valueOf } from '#platform';
import {
  BackLink,
  Button,
  dateRangeInWords,
  field,
  form,
  FormErrors,
  InsetText,
  moneyInWords,
  momentInWords,
  pickFields,
  Radios,
  refusedFields,
  Site,
  submittedValues,
  SummaryList,
  textIn,
  type Form,
} from '#ui';
import { LastPayer } from '../../invoicing/last-payer.js';
import { payerInput } from '../../invoicing/pages/own-money.page.js';
import { filledFor, PayerFields, payerNames } from '../../invoicing/pages/payer-fields.js';
import { minePath, ownApplicationPath, linkPath } from '../../applications/addresses.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { refundRulesInWords } from '../../travellers/in-words.js';
import { TravellerLinks } from '../../travellers/traveller-links.js';
import { isEnded } from '../../visits/domain/status.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { offerByLinkPath, ownOfferPath } from '../addresses.js';
import { AnswerOffer, isFree } from '../answer-offer.js';
import { isLate } from '../domain/offer.js';
import { OpenOffer, type Answering, type OpenedOffer } from '../open-offer.js';

const names = ['answer', ...payerNames];

/** The page on which a place is accepted or declined, by link or signed in. */
@Injectable()
export class AnswerForms {
  constructor(
    private readonly site: Site,
    private readonly open: OpenOffer,
    private readonly answers: AnswerOffer,
    private readonly travellers: TravellerLinks,
    private readonly payers: LastPayer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply, who: Answering) {
    const { application, isOfOrganisation } = await this.open.read(who);
    const { organisationId } = application;
    // What an organisation's invoices say is for those who are known to belong to it.
    const last =
      organisationId === null || !isOfOrganisation ? null : await this.payers.ofOrganisation(organisationId);
    return this.send(request, reply, who, form(filledFor(application, last)));
  }

  async save(request: FastifyRequest, reply: FastifyReply, who: Answering) {
    const values = pickFields(submittedValues(request.body), names);
    const answer = textIn(values, 'answer');
    try {
      if (answer === 'accept') {
        const payment = textIn(values, 'who') === 'later' ? null : payerInput(values);
        const traveller = await this.answers.accept(who, payment, request.id);
        const text = 'The place is yours. We look forward to travelling with you.';
        // Who has the applicant's link is the traveller; of others not everybody is.
        const path = 'secret' in who ? this.travellers.pathFor(traveller.id) : pathOf(who);
        return this.site.redirect(reply, path, { type: 'success', text });
      }
      if (answer === 'decline') {
        await this.answers.decline(who, request.id);
        return this.site.redirect(reply, pathOf(who), {
          type: 'success',
          text: 'Thank you for telling us. The place goes to somebody else.',
        });
      }
      return valueOf(refuse('answer', 'missing', 'Say whether you accept the place.'));
    } catch (error) {
      if (isProblem(error, 409)) {
        return this.send(request, reply, who, form(values, [{ field: '', message: error.detail }]), 409);
      }
      return this.send(request, reply, who, form(values, refusedFields(error, names)), 422);
    }
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    who: Answering,
    shown: Form,
    status = 200,
  ) {
    const opened = await this.open.read(who);
    const { offer, application, visit } = opened;
    const isOwn = 'secret' in who || application.personId === request.identity.personId;
    const ownPage = isOwn && offer.travellerId !== null ? this.travellers.pathFor(offer.travellerId) : null;
    return this.site.send(
      request,
      reply,
      {
        title: `A place: ${visit.title}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: (
          <BackLink
            href={
              'secret' in who ? linkPath(who.secret) : isOwn ? ownApplicationPath(application.id) : minePath
            }
          >
            Back
          </BackLink>
        ),
        main: (
          <AnswerView
            opened={opened}
            form={shown}
            action={pathOf(who)}
            isOwn={isOwn}
            ownPage={ownPage}
            now={this.clock()}
          />
        ),
      },
      status,
    );
  }
}

const pathOf = (who: Answering): string =>
  'secret' in who ? offerByLinkPath(who.secret) : ownOfferPath(who.applicationId);

interface AnswerViewProps {
  readonly opened: OpenedOffer;
  readonly form: Form;
  readonly action: string;
  /** Whether it is the applicant who reads it, not who books for their organisation. */
  readonly isOwn: boolean;
  /** The traveller’s own page, for whoever may go there. */
  readonly ownPage: string | null;
  readonly now: Temporal.Instant;
}

function AnswerView({ opened, form: shown, action, isOwn, ownPage, now }: AnswerViewProps) {
  const { offer, application, visit } = opened;
  const isOpen =
    offer.status === 'offered' && !isLate(instantOf(offer.deadline), now) && !isEnded(visit.status);
  return (
    <>
      <FormErrors form={shown} />
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">
        {isOwn ? (
          'A place for you'
        ) : (
          <>
            A place for <bdi>{application.name}</bdi>
          </>
        )}
      </h1>
      {!isOpen && <InsetText>{stateInWords(opened)}</InsetText>}
      {ownPage !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={ownPage}>
            Open your page as a traveller
          </a>
        </p>
      )}
      <SummaryList
        rows={[
          {
            key: 'When',
            value: dateRangeInWords(
              Temporal.PlainDate.from(visit.firstDay),
              Temporal.PlainDate.from(visit.lastDay),
            ),
          },
          { key: 'Where', value: visit.region },
          { key: 'Price', value: priceInWords(opened) },
          visit.priceIncludes !== '' && { key: 'It includes', value: visit.priceIncludes },
          isOpen && { key: 'Answer before', value: `${momentInWords(offer.deadline)} (London time)` },
          !offer.funded && {
            key: 'Whoever withdraws later',
            value: (
              <ul class="govuk-list">
                {refundRulesInWords(visit).map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {isOpen && (
        <form method="post" action={action} novalidate>
          <Radios
            {...field(shown, 'answer')}
            fieldset={{
              legend: {
                text: isOwn ? 'Do you accept the place?' : 'Do you accept the place for them?',
                classes: 'govuk-fieldset__legend--m',
              },
            }}
            items={[
              { value: 'accept', text: 'Yes, accept it' },
              { value: 'decline', text: 'No, it goes to somebody else', hint: 'This cannot be taken back.' },
            ]}
          />
          {!isFree(opened) && (
            <>
              <h2 class="govuk-heading-m">If you accept it</h2>
              <PayerFields
                form={shown}
                organisationName={application.organisationId === null ? null : application.organisationName}
                isOwn={isOwn}
                canWait
              />
            </>
          )}
          <Button preventDoubleClick>Send the answer</Button>
        </form>
      )}
    </>
  );
}

const priceInWords = ({ offer, visit }: OpenedOffer): string =>
  offer.funded
    ? 'Nothing: the place is funded'
    : visit.depositPence > 0
      ? `${moneyInWords(visit.pricePence)}, of which ${moneyInWords(visit.depositPence)} is due when the place is accepted`
      : moneyInWords(visit.pricePence);

function stateInWords({ offer, visit }: OpenedOffer): string {
  if (isEnded(visit.status)) return 'The visit is over or was cancelled.';
  switch (offer.status) {
    case 'accepted':
      return 'The place is accepted.';
    case 'declined':
      return 'The place was declined, and goes to somebody else.';
    case 'withdrawn':
      return 'The place was given up, and goes to somebody else.';
    default:
      return `The place was kept until ${momentInWords(offer.deadline)} (London time), and goes to somebody else now.`;
  }
}
