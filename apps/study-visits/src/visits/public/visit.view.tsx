import type { ComponentChildren } from 'preact';
import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import {
  BreakableEmail,
  Button,
  listInWords,
  moneyInWords,
  plural,
  relativeDayInWords,
  renderMarkdown,
  WhenText,
} from '#ui';
import { applyPath, colleaguesPath } from '../../applications/addresses.js';
import { applyWindow } from '../../applications/domain/apply-window.js';
import { publicDocumentPath } from '../../documents/addresses.js';
import type { DocumentRow } from '../../documents/document.entity.js';
import { SharedDocuments } from '../../documents/pages/shared-documents.js';
import { BroughtHome } from '../../learning-notes/pages/brought-home.js';
import type { PublishedNote } from '../../learning-notes/read-notes.js';
import { selectionPath } from '../../selection/addresses.js';
import { manageVisitPath } from '../addresses.js';
import type { Visit } from '../domain/visit.js';
import {
  dayInWords,
  limitInWords,
  momentAtHomeInWords,
  placeInWords,
  refundsInWords,
  reservedInWords,
} from '../in-words.js';
import { daysOf } from './visits.view.js';

export interface VisitViewProps {
  readonly visit: Visit;
  /** Those that everybody may have. */
  readonly documents: readonly DocumentRow[];
  readonly notes: readonly PublishedNote[];
  readonly now: Temporal.Instant;
  readonly maySeeManagement: boolean;
}

/** When, where and for whom, before the first scroll. */
export function VisitView({ visit, documents, notes, now, maySeeManagement }: VisitViewProps) {
  const { id, title, status, statusReason, summary, description } = visit;
  return (
    <>
      <h1 class="govuk-heading-xl">{title}</h1>
      {status === 'cancelled' && (
        <div class="cn-status cn-status--cancelled">
          <p class="cn-status__title">Cancelled</p>
          <p>{statusReason ?? 'This visit does not take place.'}</p>
        </div>
      )}
      {summary !== '' && <p class="govuk-body-l">{summary}</p>}
      <Facts visit={visit} now={now} />
      <Apply visit={visit} now={now} />
      {description !== '' && (
        <section aria-labelledby="about">
          <h2 class="govuk-heading-l" id="about">
            About the visit
          </h2>
          <div class="cn-prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(description) }} />
        </section>
      )}
      <BroughtHome slug={visit.slug} notes={notes} />
      <Cost visit={visit} />
      <Selection visit={visit} />
      <SharedDocuments
        documents={documents}
        path={(documentId) => publicDocumentPath(visit.slug, documentId)}
      />
      <Contacts visit={visit} />
      {maySeeManagement && (
        <p class="govuk-body cn-no-print">
          <a class="govuk-link" href={manageVisitPath(id)}>
            Look after this visit
          </a>
        </p>
      )}
    </>
  );
}

type AboutVisit = Pick<VisitViewProps, 'visit'>;

function Facts({ visit, now }: Pick<VisitViewProps, 'visit' | 'now'>) {
  const { status, places, fundedPlaces } = visit;
  return (
    <dl class="cn-facts">
      <Fact name={status === 'cancelled' ? 'Was to be' : 'When'}>
        <WhenText when={daysOf(visit)} />
        {status !== 'cancelled' && <span class="cn-quiet"> ({standing(visit, now)})</span>}
        {status === 'confirmed' && (
          <>
            <br />
            It is confirmed: it takes place.
          </>
        )}
      </Fact>
      <Fact name="Where">{placeInWords(visit)}</Fact>
      <Fact name="For whom">
        {plural(places, 'delegate')} from member organisations, and others as said below
      </Fact>
      <Fact name="Cost">
        {visit.pricePence === 0
          ? 'It costs you nothing'
          : `${moneyInWords(visit.pricePence)} for each delegate`}
        {fundedPlaces > 0 &&
          visit.pricePence > 0 &&
          `; ${plural(fundedPlaces, 'place is', 'places are')} funded`}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="cn-facts__row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Whether one may apply now, until when, and what comes after that. */
function Apply({ visit, now }: Pick<VisitViewProps, 'visit' | 'now'>) {
  const { slug, applicationsOpenAt: opens, applicationsCloseAt: closes, decisionOn, acceptanceDays } = visit;
  const window = applyWindow(visit, now);
  if (window === 'not-set' || opens === null || closes === null) return null;
  return (
    <section aria-labelledby="apply">
      <h2 class="govuk-heading-l" id="apply">
        {window === 'closed' ? 'Applications' : 'Apply'}
      </h2>
      {window === 'not-yet' && (
        <p class="govuk-body">
          Applications open on {momentAtHomeInWords(opens)}, and close on {momentAtHomeInWords(closes)}{' '}
          (London time).
        </p>
      )}
      {window === 'open' && (
        <>
          <p class="govuk-body">
            Applications are open until <strong>{momentAtHomeInWords(closes)}</strong> (London time). You can
            save what you wrote and go on later.
          </p>
          <Button href={applyPath(slug)}>Apply for a place</Button>
          <p class="govuk-body">
            <a class="govuk-link" href={colleaguesPath(slug)}>
              Apply for colleagues
            </a>
            , if you look after bookings for your organisation.
          </p>
        </>
      )}
      {window === 'closed' && (
        <p class="govuk-body">Applications closed on {momentAtHomeInWords(closes)} (London time).</p>
      )}
      {decisionOn !== null && !isPastDay(decisionOn, now) && (
        <p class="govuk-body">
          {window === 'closed' ? 'Applicants' : 'You'} hear by {dayInWords(decisionOn)} whether{' '}
          {window === 'closed' ? 'they' : 'you'} have a place, and have {plural(acceptanceDays, 'day')} to
          accept it.
        </p>
      )}
    </section>
  );
}

function Cost({ visit }: AboutVisit) {
  const { pricePence, depositPence, balanceDueOn, priceIncludes, refunds, firstDay, fundedPlaces } = visit;
  const isFree = pricePence === 0;
  return (
    <section aria-labelledby="cost">
      <h2 class="govuk-heading-l" id="cost">
        What it costs
      </h2>
      <p class="govuk-body">
        {isFree ? 'A place costs you nothing.' : `A place costs ${moneyInWords(pricePence)}.`}
        {depositPence > 0 && ` Of that, ${moneyInWords(depositPence)} is due when you accept a place.`}
        {balanceDueOn !== null &&
          ` ${depositPence > 0 ? 'The rest' : 'It'} is due by ${dayInWords(balanceDueOn)}.`}
      </p>
      {!isFree && fundedPlaces > 0 && (
        <p class="govuk-body">
          {plural(fundedPlaces, 'place is', 'places are')} funded, and cost their travellers nothing.
        </p>
      )}
      {priceIncludes !== '' && (
        <>
          <h3 class="govuk-heading-m">What you get for it</h3>
          <Lines text={priceIncludes} />
        </>
      )}
      {!isFree && (
        <>
          <h3 class="govuk-heading-m">If you withdraw</h3>
          <ul class="govuk-list govuk-list--bullet">
            {refundsInWords(refunds, firstDay).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p class="govuk-body">Your organisation can send somebody else in your place at no charge.</p>
        </>
      )}
    </section>
  );
}

/** How it is decided who comes. */
function Selection({ visit }: AboutVisit) {
  const { places, organisationLimit, categoryLimits, reserved } = visit;
  return (
    <section aria-labelledby="selection">
      <h2 class="govuk-heading-l" id="selection">
        How places are given
      </h2>
      <p class="govuk-body">
        There {places === 1 ? 'is' : 'are'} {plural(places, 'place')}.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {organisationLimit !== null && (
          <li>At most {plural(organisationLimit, 'delegate')} from one organisation.</li>
        )}
        {categoryLimits.length > 0 && (
          <li>Of the delegates, {listInWords(categoryLimits.map(limitInWords))}.</li>
        )}
        {reserved.length > 0 && (
          <li>Reserved, and filled first: {listInWords(reserved.map(reservedInWords))}.</li>
        )}
        <li>
          Applications are put in order by the scores that assessors give them, each without seeing the
          others’, or by a draw that anybody can repeat.{' '}
          <a class="govuk-link" href={selectionPath(visit.slug)}>
            How places are given on this visit
          </a>{' '}
          says which of the two it is, and what the draw begins from, before applications close.
        </li>
        <li>Whoever has no place is a reserve, in the same order, and moves up when somebody withdraws.</li>
        <li>Each applicant is told the outcome, with the reason.</li>
      </ul>
    </section>
  );
}

function Contacts({ visit: { contacts } }: AboutVisit) {
  if (contacts.length === 0) return null;
  return (
    <section aria-labelledby="contacts">
      <h2 class="govuk-heading-l" id="contacts">
        Questions
      </h2>
      <ul class="govuk-list">
        {contacts.map(({ name, role, phone, email }) => (
          <li key={`${name} ${email}`}>
            <bdi>{name}</bdi>
            {role !== '' && `, ${role}`}
            {phone !== null && `, ${phone}`}
            {email !== null && (
              <>
                <br />
                <a class="govuk-link" href={`mailto:${email}`}>
                  <BreakableEmail address={email} />
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Plain text as it was typed. */
function Lines({ text }: { readonly text: string }) {
  return (
    <p class="govuk-body">
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </p>
  );
}

/** "over", "on now", "in 3 days" */
function standing({ firstDay, lastDay, zone }: Visit, now: Temporal.Instant): string {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  if (today.toString() > lastDay) return 'over';
  return today.toString() >= firstDay
    ? 'on now'
    : relativeDayInWords(Temporal.PlainDate.from(firstDay), today);
}

/** By the network's clock. @param day ISO */
const isPastDay = (day: string, now: Temporal.Instant): boolean =>
  day < now.toZonedDateTimeISO(homeZone).toPlainDate().toString();
