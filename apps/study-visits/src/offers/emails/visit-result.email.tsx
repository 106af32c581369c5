import { MailButton, MailText, renderMail, shortened, type RenderedMail } from '#ui';
import type { MailedVisit } from './visit-place.email.js';

export interface ResultMail {
  readonly visit: MailedVisit;
  readonly name: string;
  /** Of the application. */
  readonly code: string;
  /** Among the reserves, from 1; `null`: they have no place and wait for none. */
  readonly position: number | null;
  readonly why: string;
  /** Where the method and the result are. */
  readonly selectionUrl: string;
  readonly siteUrl: string;
}

/** Writes to an applicant who has no place, or none yet. */
export function resultEmail({
  visit,
  name,
  code,
  position,
  why,
  selectionUrl,
  siteUrl,
}: ResultMail): RenderedMail {
  const title = shortened(visit.title, 120);
  const isReserve = position !== null;
  return renderMail({
    subject: isReserve ? `You are a reserve: ${title}` : `No place for you this time: ${title}`,
    title: isReserve ? 'You are a reserve' : 'We have no place for you this time',
    preview: `${visit.when}, ${shortened(visit.region, 80)}`,
    body: (
      <>
        <MailText>Hello {shortened(name)},</MailText>
        <MailText>
          {isReserve
            ? `thank you for applying for “${title}”. We have no place for you yet, but you are number ${position} of the reserves: when a place becomes free that you can have, we write to you at once.`
            : `thank you for applying for “${title}”. We are sorry that we cannot offer you a place this time.`}
        </MailText>
        <MailText>Why: {shortened(why, 1000)}</MailText>
        <MailText>
          How places were given, and what became of every application, stands on the page of the selection, by
          code and without names. Yours is {code}.
        </MailText>
        <MailButton href={selectionUrl}>See how places were given</MailButton>
      </>
    ),
    why: `You get this mail because you applied for ${title}.`,
    siteUrl,
  });
}
