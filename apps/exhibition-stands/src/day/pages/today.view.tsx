import type { ComponentChildren, VNode } from 'preact';
import { Button, EmptyState, momentInWords, plural, Tag } from '#ui';
import { shiftInWords } from '../../published/pages/shift-words.js';
import { exhibitionStockPath } from '../../stock/addresses.js';
import { coverPath, presenceAnchor, todayPath } from '../addresses.js';
import type { PresenceAct } from '../domain/presence.js';
import type { Gap, OnRota } from '../domain/stand-now.js';
import { clockInWords, nameOf, riskWords, timesInWords } from '../in-words.js';
import type { Today } from '../read-today.js';
import { OfflineWords } from './offline-words.js';
import { StockLines } from './stock-lines.js';

interface TodayViewProps {
  readonly today: Today;
  /** Those that wait for staff; nothing where there are none. */
  readonly swaps: VNode;
}

/** How it stands, for staff: what needs doing first. */
export function TodayView({ today, swaps }: TodayViewProps) {
  const { exhibition, isPublished, now, stand, stock, dropOuts } = today;
  const { zone } = exhibition;
  const isQuiet =
    stand.on.length + stand.due.length + stand.late.length + stand.next.length + stand.noShow.length === 0;
  return (
    <div data-live data-offline={todayPath(exhibition.id)}>
      <OfflineWords at={now} zone={zone} unsent="Nothing was changed, as far as we know" />
      <p class="govuk-body">
        As of <strong>{clockInWords(now, zone)}</strong> in{' '}
        {zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ')}.{' '}
        <span class="cn-no-print">The page keeps itself up to date; without a script, load it again.</span>
      </p>
      {isQuiet && (
        <EmptyState titleText="Nobody is on the stand or due within a day">
          <p class="govuk-body">
            {isPublished
              ? 'This page shows who is on, due, late and next once the first shift is a day away.'
              : 'Once a rota is published, this page shows who is on, due, late and next.'}
          </p>
        </EmptyState>
      )}
      <People today={today} title="Late" list={stand.late} acts={['check-in', 'no-show']} isUrgent />
      <Gaps today={today} title="Gaps" gaps={stand.gaps} isUrgent />
      <DropOuts today={today} dropOuts={dropOuts.filter(({ isFree }) => isFree)} />
      {swaps}
      <People today={today} title="On the stand now" list={stand.on} acts={['undo']} />
      <People today={today} title="Due" list={stand.due} acts={['check-in']} withDropOut />
      <People today={today} title="Next" list={stand.next} acts={[]} withDropOut />
      <People today={today} title="Did not come" list={stand.noShow} acts={['check-in', 'undo']} />
      {stand.atRisk.length > 0 && (
        <Part title="Not certain to come">
          <ul class="govuk-list govuk-list--bullet">
            {stand.atRisk.map(({ who, why }) => (
              <li key={who.id}>
                <bdi>{nameOf(who, today.names)}</bdi>, {shiftInWords(who.terms, zone)}:{' '}
                {why.map((one) => riskWords[one]).join('; ')}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {isPublished && <Gaps today={today} title="Gaps on later days" gaps={stand.laterGaps} />}
      {stock.length > 0 && (
        <Part title="Stock on the stand">
          <StockLines stock={stock} />
          <p class="govuk-body">
            <a class="govuk-link" href={exhibitionStockPath(exhibition.id)}>
              Stock of this exhibition
            </a>
          </p>
        </Part>
      )}
    </div>
  );
}

interface GapsProps {
  readonly today: Today;
  readonly title: string;
  readonly gaps: readonly Gap[];
  readonly isUrgent?: boolean;
}

/** Places that nobody has, each with the way to whoever could step in. */
function Gaps({ today: { exhibition, requests }, title, gaps, isUrgent = false }: GapsProps) {
  if (gaps.length === 0) return null;
  return (
    <Part title={title} isUrgent={isUrgent}>
      <ul class="govuk-list govuk-list--bullet">
        {gaps.map(({ shift, places }) => (
          <li key={shift.id}>
            <a class="govuk-link" href={coverPath(exhibition.id, shift.id)}>
              {shiftInWords(shift, exhibition.zone)}
            </a>
            : {plural(places, 'place')} free
            {requests.some(({ row }) => row.shiftId === shift.id && row.status === 'open') && (
              <>
                {' '}
                <Tag colour="blue">Asking</Tag>
              </>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface PartProps {
  readonly title: string;
  readonly isUrgent?: boolean;
  readonly children: ComponentChildren;
}

function Part({ title, isUrgent = false, children }: PartProps) {
  return (
    <section>
      <h2 class="govuk-heading-m">
        {title} {isUrgent && <Tag colour="red">Needs doing</Tag>}
      </h2>
      {children}
    </section>
  );
}

const actWords: Readonly<Record<PresenceAct, string>> = {
  'check-in': 'Is here',
  'no-show': 'Did not come',
  undo: 'Take that back',
};

interface PeopleProps {
  readonly today: Today;
  readonly title: string;
  readonly list: readonly OnRota[];
  readonly acts: readonly PresenceAct[];
  readonly isUrgent?: boolean;
  readonly withDropOut?: boolean;
}

function People({ today, title, list, acts, isUrgent = false, withDropOut = false }: PeopleProps) {
  const { exhibition, names } = today;
  if (list.length === 0) return null;
  return (
    <Part title={`${title} (${list.length})`} isUrgent={isUrgent}>
      <ul class="govuk-list">
        {list.map((one) => (
          <li key={one.id} id={presenceAnchor(one.id)} class="cn-panel">
            <p class="govuk-body govuk-!-margin-bottom-1">
              <bdi>
                <strong>{nameOf(one, names)}</strong>
              </bdi>
              , {timesInWords(one.terms, exhibition.zone)}
            </p>
            {acts.length > 0 && (
              <form method="post" action={todayPath(exhibition.id, `assignments/${one.id}`)}>
                <div class="govuk-button-group govuk-!-margin-bottom-0">
                  {acts.map((act) => (
                    <Button
                      key={act}
                      name="act"
                      value={act}
                      preventDoubleClick
                      classes={`govuk-!-margin-bottom-1${act === 'check-in' ? '' : ' govuk-button--secondary'}`}
                    >
                      {actWords[act]}
                      <span class="govuk-visually-hidden">: {nameOf(one, names)}</span>
                    </Button>
                  ))}
                </div>
              </form>
            )}
            {title === 'Did not come' && (
              <p class="govuk-body govuk-!-margin-bottom-0">
                <a class="govuk-link" href={coverPath(exhibition.id, one.shiftId)}>
                  Find somebody for the rest of it
                </a>
              </p>
            )}
            {withDropOut && (
              <p class="govuk-body govuk-!-margin-bottom-0">
                <a class="govuk-link" href={todayPath(exhibition.id, `assignments/${one.id}/drop-out`)}>
                  Cannot come<span class="govuk-visually-hidden">: {nameOf(one, names)}</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function DropOuts({ today, dropOuts }: { readonly today: Today; readonly dropOuts: Today['dropOuts'] }) {
  const { exhibition } = today;
  if (dropOuts.length === 0) return null;
  return (
    <Part title="Dropped out, nobody instead yet" isUrgent>
      <ul class="govuk-list govuk-list--bullet">
        {dropOuts.map(({ row, name, told }) => (
          <li key={row.id}>
            <bdi>{name}</bdi>,{' '}
            <a class="govuk-link" href={coverPath(exhibition.id, row.shiftId)}>
              {told === null ? 'a shift that is another by now' : shiftInWords(told.terms, exhibition.zone)}
            </a>
            {row.reason !== '' && (
              <>
                : “<bdi>{row.reason}</bdi>”
              </>
            )}{' '}
            ({row.byStaff ? 'written down by staff' : 'said so'} on {momentInWords(row.at, exhibition.zone)})
          </li>
        ))}
      </ul>
    </Part>
  );
}
