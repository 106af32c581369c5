import type { Temporal } from 'temporal-polyfill';
import {
  dateInWords,
  MailButton,
  MailSmallPrint,
  MailText,
  plural,
  renderMail,
  shortened,
  timeInWords,
  type RenderedMail,
} from '#ui';
import { zoneInWords } from '#ui';
import type { SheetKind } from '../domain/sheet.js';

export interface SheetMail {
  readonly kind: SheetKind;
  /** Its title. */
  readonly visit: string;
  /** Of whoever gets the mail. */
  readonly name: string;
  /** Whose sheet it is: the host, the interpreter. */
  readonly subject: string;
  /** What is different since it was mailed last; `null`: this is the first time. */
  readonly changes: readonly string[] | null;
  /** The first instant at which the link leads nowhere any more. */
  readonly endsAt: Temporal.Instant;
  /** IANA; on whose clock that is said. */
  readonly zone: string;
  readonly url: string;
  readonly siteUrl: string;
}

/** So many changes are told in the mail itself. */
const mostTold = 12;

/** Gives a host or an interpreter the link to their sheet, and says what is different on it. */
export function sheetEmail(mail: SheetMail): RenderedMail {
  const { kind, name, changes, endsAt, zone, url, siteUrl } = mail;
  const visit = shortened(mail.visit, 120);
  const isChanged = changes !== null && changes.length > 0;
  const title = isChanged ? 'Your sheet has changed' : 'Your sheet';
  const until = endsAt.toZonedDateTimeISO(zone);
  const told = changes?.slice(0, mostTold) ?? [];
  const more = (changes?.length ?? 0) - told.length;
  return renderMail({
    subject: `${title}: ${visit}`,
    title,
    preview: isChanged ? plural(changes.length, 'change') : introOf(kind, shortened(mail.subject, 100)),
    body: (
      <>
        <MailText>Hello {shortened(name)},</MailText>
        <MailText>
          {isChanged
            ? `something is different on the sheet for “${visit}”:`
            : `for the study visit “${visit}” there is a sheet for you. ${introOf(kind, shortened(mail.subject, 100))}`}
        </MailText>
        {isChanged && told.map((line) => <MailText>{shortened(line, 300)}</MailText>)}
        {more > 0 && <MailText>And {plural(more, 'more change')}, on the sheet.</MailText>}
        <MailButton href={url}>Open the sheet</MailButton>
        <MailSmallPrint>
          The sheet always says what is planned now, and can be taken as PDF. The link leads there until{' '}
          {dateInWords(until.toPlainDate())}, {timeInWords(until.toPlainTime())} {zoneInWords(zone)}. Give it
          to nobody but those who need it.
        </MailSmallPrint>
      </>
    ),
    why:
      kind === 'host'
        ? `You get this mail because ${shortened(mail.subject, 100)} receives the study visit ${visit}.`
        : `You get this mail because you interpret for the study visit ${visit}.`,
    siteUrl,
  });
}

const introOf = (kind: SheetKind, subject: string): string =>
  kind === 'host'
    ? `It says what is planned at ${subject}, when, who comes, and whom to ring.`
    : 'It says where and when you interpret, for whom, and whom to ring.';
