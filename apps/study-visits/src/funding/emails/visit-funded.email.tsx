import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';
import type { MailedVisit } from '../../offers/emails/visit-place.email.js';

/**
 * To whoever is offered a place: that it is free, or is not after all. To a traveller: that theirs is `free`, with what was invoiced
 * `credited`; or that it is not, and `invoiced`, or they are `asked` who pays.
 */
export type FundingNews = 'offer-free' | 'offer-charged' | 'free' | 'credited' | 'invoiced' | 'asked';

export interface PlaceFundedMail {
  readonly visit: MailedVisit;
  readonly news: FundingNews;
  readonly name: string;
  /** "£950" */
  readonly price: string;
  /** The offer, or the traveller’s own page. */
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** Writes to somebody that their place on a visit costs them nothing, or does after all. */
export function placeFundedEmail(mail: PlaceFundedMail): RenderedMail {
  const { visit, news, ownUrl, siteUrl } = mail;
  const title = shortened(visit.title, 120);
  const isFree = news === 'offer-free' || news === 'free' || news === 'credited';
  const isOffer = news === 'offer-free' || news === 'offer-charged';
  return renderMail({
    subject: isFree ? `Your place is funded: ${title}` : `Your place is not funded: ${title}`,
    title: isFree ? 'Your place costs you nothing' : 'Your place is to be paid',
    preview: `${visit.when}, ${shortened(visit.region, 80)}`,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>
          {isFree
            ? `your place on “${title}” is one of those that are funded. You pay nothing for it.`
            : `your place on “${title}” is not one of those that are funded. It costs ${mail.price}.`}
        </MailText>
        {said[news] !== null && <MailText>{said[news]}</MailText>}
        <MailText>
          <strong>When:</strong> {visit.when}
        </MailText>
        <MailText>
          <strong>Where:</strong> {shortened(visit.region)}
        </MailText>
        <MailButton href={ownUrl}>{isOffer ? 'Accept or decline the place' : 'Open your page'}</MailButton>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: `You get this mail because you ${isOffer ? 'are offered a place on' : 'travel with'} ${title}.`,
    siteUrl,
  });
}

const said: Readonly<Record<FundingNews, string | null>> = {
  'offer-free': null,
  'offer-charged': 'You can still decline it if that changes things for you.',
  free: null,
  credited:
    'What was invoiced for it is credited in full: the credit note comes in a mail of its own, and what was paid is given back.',
  invoiced: 'The invoice comes in a mail of its own, made out as the one before it.',
  asked: 'Say on your own page who pays, and the invoice will come by mail.',
};
