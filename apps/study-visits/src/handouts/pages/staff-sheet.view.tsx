import { Button, Paragraphs, SummaryList } from '#ui';
import { homeZone } from '#checks';
import { hostPath } from '../../hosts/addresses.js';
import { interpreterPath } from '../../interpreters/addresses.js';
import type { MarkedPaper } from '../../papers/domain/paper-changes.js';
import { momentWords } from '../../travel/in-words.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { openSheetPath, sheetPath, sheetsPart } from '../addresses.js';
import { changeLines } from '../change-lines.js';
import type { MadeSheet } from '../make-sheet.js';
import type { Sheet, SheetLink } from '../sheets.js';
import { SheetText } from './sheet.view.js';

export interface StaffSheetProps {
  readonly made: MadeSheet;
  /** What is different since it was mailed; `null`: it was not, or that is kept no longer. */
  readonly since: MarkedPaper | null;
  /** Whether there is a link that leads to it now. */
  readonly isOpen: boolean;
  /** Of the site. */
  readonly publicUrl: string;
}

export function StaffSheetView(props: StaffSheetProps) {
  const { made } = props;
  const { sheet, kept } = made;
  const { visit, subject } = sheet;
  const path = (step: string) => sheetPath(visit.id, subject.kind, subject.id, step);
  const subjectPath = subject.kind === 'host' ? hostPath(subject.id) : interpreterPath(subject.id);
  return (
    <VisitFrame visit={visit} heading={kept.paper.title} current={sheetsPart}>
      <div class="cn-no-print">
        <p class="govuk-body">
          <a class="govuk-link" href={subjectPath}>
            {subject.kind === 'host' ? 'The host, with contacts' : 'The interpreter'}
          </a>
        </p>
        <Sending {...props} />
        <Link {...props} />
        <h2 class="govuk-heading-m">What you say on it</h2>
        {sheet.notes === '' ? <p class="govuk-body">Nothing yet.</p> : <Paragraphs text={sheet.notes} />}
        {subject.kind === 'host' && (
          <p class="govuk-body">
            {sheet.showsNeeds
              ? 'It says how many eat or need something of their own, without names.'
              : 'It says nothing of what travellers eat or need.'}
          </p>
        )}
        <Button href={path('edit')} classes="govuk-button--secondary">
          Change what you say
        </Button>
        <p class="govuk-body">
          <a class="govuk-link" href={path('sheet.pdf')} download>
            Take the sheet as PDF
          </a>
        </p>
        <h2 class="govuk-heading-l">The sheet as they read it</h2>
      </div>
      <SheetText made={made} />
    </VisitFrame>
  );
}

function Sending({ made: { sheet }, since, isOpen }: StaffSheetProps) {
  const { visit, subject, link } = sheet;
  const lines = since === null ? [] : changeLines(since);
  return (
    <section aria-labelledby="mail">
      <h2 class="govuk-heading-m" id="mail">
        By mail
      </h2>
      {link?.sent ? (
        <p class="govuk-body">
          Version {link.sent.number} was mailed {link.sent.to === null ? '' : `to ${link.sent.to} `}on{' '}
          {momentWords({ at: link.sent.at, zone: homeZone })}.{' '}
          {since !== null && (lines.length === 0 ? 'Nothing has changed since.' : 'What changed since:')}
        </p>
      ) : (
        <p class="govuk-body">It was not mailed yet.</p>
      )}
      <ChangeLines lines={lines} />
      {mayBeSent(sheet, isOpen) &&
        (subject.readers.length === 0 ? (
          <p class="govuk-body">
            {subject.kind === 'host'
              ? 'No contact of this host has a mail address, so give them the link yourself.'
              : 'They have no mail address here, so give them the link yourself.'}
          </p>
        ) : (
          <Button href={sheetPath(visit.id, subject.kind, subject.id, 'send')}>
            {link?.sent ? 'Mail it again' : 'Mail the link'}
          </Button>
        ))}
    </section>
  );
}

/** What is different on a sheet, a line for each thing. */
export function ChangeLines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** One with a link that has ended by itself is over; without a link, nobody knows until it is made. */
const mayBeSent = ({ visit, link }: Sheet, isOpen: boolean): boolean =>
  visit.status !== 'cancelled' && (link === null || isOpen);

function Link({ made: { sheet }, isOpen, publicUrl }: StaffSheetProps) {
  const { visit, subject, link } = sheet;
  const path = (step: string) => sheetPath(visit.id, subject.kind, subject.id, step);
  if (link === null) {
    return visit.status === 'cancelled' ? (
      <p class="govuk-body">The visit is called off, so nobody reads it any more.</p>
    ) : (
      <form method="post" action={path('links')}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Make a link without a mail
        </Button>
      </form>
    );
  }
  return (
    <section class="cn-panel" aria-labelledby="link">
      <h2 class="govuk-heading-m" id="link">
        The link
      </h2>
      <LinkState sheet={sheet} link={link} isOpen={isOpen} />
      {isOpen && (
        <>
          <p class="cn-address">{`${publicUrl}${openSheetPath(subject.kind, link.secret)}`}</p>
          <form method="post" action={path(`links/${link.id}/end`)}>
            <Button classes="govuk-button--warning cn-flush" preventDoubleClick>
              End this link
            </Button>
          </form>
        </>
      )}
    </section>
  );
}

interface LinkStateProps {
  readonly sheet: Sheet;
  readonly link: SheetLink;
  readonly isOpen: boolean;
}

function LinkState({ sheet: { visit }, link, isOpen }: LinkStateProps) {
  const until = momentWords({ at: link.endsAt, zone: visit.zone });
  return (
    <SummaryList
      classes="govuk-summary-list--no-border"
      rows={[
        {
          key: 'Leads there',
          value: isOpen
            ? `until ${until}`
            : visit.status === 'cancelled'
              ? 'no more: the visit is called off'
              : `no more since ${until}`,
        },
        {
          key: 'Opened last',
          value:
            link.opened === null
              ? 'by nobody yet'
              : `${momentWords({ at: link.opened.at, zone: homeZone })}, when it was version ${link.opened.number}`,
        },
      ]}
    />
  );
}
