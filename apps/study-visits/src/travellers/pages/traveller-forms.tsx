import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#platform';
import {
  field,
  form,
  Input,
  moneyInWords,
  pickFields,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { nameFields, type NameInput } from '../domain/named.js';
import { refundRulesInWords } from '../in-words.js';
import { OpenTraveller, type AnyTraveller } from '../open-traveller.js';
import { ReplaceTraveller } from '../replace-traveller.js';
import { WithdrawTraveller } from '../withdraw-traveller.js';

/** Whose place it is and who asks: staff, or the traveller by their own link. */
export interface TravellerPlace {
  readonly which: AnyTraveller;
  /** `null`: the traveller. */
  readonly actor: Actor | null;
  /** Where one goes back to. */
  readonly back: string;
  /** The address of the form. */
  readonly action: string;
}

type Asked = readonly [FastifyRequest, FastifyReply, TravellerPlace];

/** The forms with which somebody travels no longer, or another comes in their place. */
@Injectable()
export class TravellerForms {
  constructor(
    private readonly site: Site,
    private readonly open: OpenTraveller,
    private readonly withdrawing: WithdrawTraveller,
    private readonly replacing: ReplaceTraveller,
  ) {}

  showWithdraw(...asked: Asked) {
    return this.askWithdraw(asked, form());
  }

  async withdraw(...asked: Asked) {
    const [request, reply, { which, actor, back }] = asked;
    const values = pickFields(submittedValues(request.body), ['why']);
    try {
      const { name } = await this.withdrawing.run(actor, which, textIn(values, 'why'), request.id);
      const text =
        actor === null
          ? 'You have withdrawn. Thank you for telling us.'
          : `${name} travels no longer, and a mail says so.`;
      return this.site.redirect(reply, back, { type: 'success', text });
    } catch (error) {
      if (isProblem(error, 409))
        return this.site.redirect(reply, back, { type: 'important', text: error.detail });
      return this.askWithdraw(asked, form(values, refusedFields(error, ['why'])));
    }
  }

  showReplace(...asked: Asked) {
    return this.askReplace(asked, form());
  }

  async replace(...asked: Asked) {
    const [request, reply, { which, actor, back }] = asked;
    const values = pickFields(submittedValues(request.body), nameFields);
    try {
      const { name } = await this.replacing.run(actor, which, readName(values), request.id);
      const text = `${name} comes in ${actor === null ? 'your' : 'their'} place, and has a mail with a link of their own.`;
      return this.site.redirect(reply, back, { type: 'success', text });
    } catch (error) {
      // A second press of the button among others: somebody comes in their place already.
      if (isProblem(error, 409))
        return this.site.redirect(reply, back, { type: 'important', text: error.detail });
      return this.askReplace(asked, form(values, refusedFields(error, nameFields)));
    }
  }

  private async askWithdraw([request, reply, { which, actor, back, action }]: Asked, shown: Form) {
    const { traveller, visit } = await this.open.read(which);
    const { chargedPence } = this.withdrawing.cost(visit, traveller);
    const isOwn = actor === null;
    return sendForm(this.site, request, reply, {
      heading: isOwn ? 'Withdraw from the visit?' : `Take ${traveller.name} off those who travel?`,
      back,
      action,
      form: shown,
      saveLabel: isOwn ? 'Withdraw' : 'Take them off',
      isWarning: true,
      cancelLabel: isOwn ? 'I travel' : 'They travel',
      children: (
        <>
          <p class="govuk-body">
            The place goes to the next reserve, so this cannot be taken back.{' '}
            <strong>
              {chargedPence === 0
                ? 'Nothing is charged.'
                : `${moneyInWords(chargedPence)} of the price stays to be paid.`}
            </strong>{' '}
            What was paid beyond that is credited.
          </p>
          {traveller.part === 'delegate' && !traveller.funded && (
            <ul class="govuk-list govuk-list--bullet">
              {refundRulesInWords(visit).map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          )}
          <Textarea {...field(shown, 'why')} label="Why (optional)" hint="Only staff read it." rows={3} />
        </>
      ),
    });
  }

  private async askReplace([request, reply, { which, actor, back, action }]: Asked, shown: Form) {
    const { traveller } = await this.open.read(which);
    const isOwn = actor === null;
    return sendForm(this.site, request, reply, {
      heading: isOwn ? 'Who comes in your place?' : `Who comes in the place of ${traveller.name}?`,
      back,
      action,
      form: shown,
      saveLabel: 'Put them in the place',
      isWarning: true,
      cancelLabel: isOwn ? 'I travel myself' : 'Leave it as it is',
      children: (
        <>
          <p class="govuk-body">
            Somebody else of {traveller.organisationName}. They get a mail with a link of their own, on which
            they tell what we need of them. What was paid and what is still to be paid stays as it is, and so
            do invoices that were issued: they name who was to travel then, and whoever they are made out to
            still pays. {isOwn ? 'You travel no longer then.' : 'It cannot be taken back.'}
          </p>
          <NameInputs form={shown} />
        </>
      ),
    });
  }
}

/** Who is to travel. */
export function NameInputs({ form: shown }: { readonly form: Form }) {
  return (
    <>
      <Input {...field(shown, 'name')} label="Name, as in the passport" autocomplete="off" />
      <Input {...field(shown, 'email')} label="Email address" type="email" autocomplete="off" />
      <Input {...field(shown, 'phone')} label="Phone (optional)" type="tel" autocomplete="off" />
      <Input {...field(shown, 'jobTitle')} label="What they do (optional)" autocomplete="off" />
    </>
  );
}

export const readName = (values: Form['values']): NameInput => ({
  name: textIn(values, 'name'),
  email: textIn(values, 'email'),
  phone: textIn(values, 'phone'),
  jobTitle: textIn(values, 'jobTitle'),
});
