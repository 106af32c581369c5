import { Button, ButtonGroup, HiddenFields, Paragraphs, plural, SummaryList, Tag } from '#ui';
import { hostPath } from '../../hosts/addresses.js';
import { interpreterPath } from '../../interpreters/addresses.js';
import { isEnded } from '../../visits/domain/status.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { itemPath, itineraryPath } from '../addresses.js';
import type { Stop } from '../domain/item.js';
import { isFor } from '../domain/own-day.js';
import type { PlanProblem } from '../domain/plan.js';
import {
  groupInWords,
  groupsInWords,
  itemKindWords,
  stopInWords,
  timesAtHome,
  whenOfSpan,
} from '../in-words.js';
import type { PlannedItem } from '../item-of.js';
import { mapAddress } from '../map-address.js';
import { stopOf, type Itinerary } from '../read-itinerary.js';
import { namesIn, ProblemList } from './itinerary.view.js';

export interface ItemViewProps {
  readonly item: PlannedItem;
  readonly itinerary: Itinerary;
  /** Its own. */
  readonly problems: readonly PlanProblem[];
  readonly isPublished: boolean;
}

export function ItemView({ item, itinerary, problems, isPublished }: ItemViewProps) {
  const { visit, hosts, splits, travellers, membership, interpreters } = itinerary;
  const groups = splits.flatMap((split) => split.groups.filter(({ id }) => item.groupIds.includes(id)));
  const coming = travellers.filter(({ id }) => isFor(item, membership.get(id)));
  const host = item.hostId === null ? undefined : hosts.get(item.hostId);
  const booked = interpreters.filter(({ itemIds }) => itemIds.includes(item.id));
  const atHome = timesAtHome(item);
  return (
    <VisitFrame visit={visit} heading={item.title} current="itinerary">
      {item.status === 'cancelled' && (
        <>
          <p class="cn-tags">
            <Tag colour="red">Cancelled</Tag>
          </p>
          {item.statusReason !== null && <Paragraphs text={item.statusReason} />}
        </>
      )}
      {problems.length > 0 && (
        <>
          <h2 class="govuk-heading-m">To look at</h2>
          <ProblemList problems={problems} names={namesIn(itinerary)} />
        </>
      )}
      <SummaryList
        rows={[
          { key: 'What', value: itemKindWords[item.kind] },
          { key: 'When', value: `${whenOfSpan(item)}${atHome === null ? '' : ` (London: ${atHome})`}` },
          { key: 'Where', value: <StopText stop={stopOf(item, hosts)} /> },
          item.to !== null && { key: 'To', value: <StopText stop={item.to} /> },
          item.travelMinutes !== null && {
            key: 'The way takes',
            value: plural(item.travelMinutes, 'minute'),
          },
          host !== undefined && {
            key: 'Host',
            value: (
              <a class="govuk-link" href={hostPath(host.id)}>
                {host.name}
              </a>
            ),
          },
          {
            key: 'For',
            value: `${groupsInWords(groups.map(groupInWords))}: ${plural(coming.length, 'traveller')}${
              item.capacity === null ? '' : `, room for ${item.capacity}`
            }`,
          },
          item.bufferMinutes > 0 && { key: 'Free before it', value: plural(item.bufferMinutes, 'minute') },
          item.language !== null && { key: 'Language', value: item.language },
          (item.needsInterpreter || booked.length > 0) && {
            key: 'Interpreter',
            value:
              booked.length === 0 ? (
                'Nobody is booked'
              ) : (
                <>
                  {booked.map(({ id, name }, index) => (
                    <>
                      {index > 0 && ', '}
                      <a class="govuk-link" href={interpreterPath(id)}>
                        {name}
                      </a>
                    </>
                  ))}
                </>
              ),
          },
          item.description !== '' && { key: 'About it', value: <Paragraphs text={item.description} /> },
          item.notes !== '' && { key: 'Notes', value: <Paragraphs text={item.notes} /> },
        ]}
      />
      {!isEnded(visit.status) && (
        <ButtonGroup>
          {item.status === 'planned' && (
            <Button href={itemPath(visit.id, item.id, 'edit')}>Change or move it</Button>
          )}
          {item.status === 'cancelled' && (
            <form method="post" action={itemPath(visit.id, item.id, 'restore')}>
              <HiddenFields values={{ version: String(item.version) }} />
              <Button preventDoubleClick>Plan it again</Button>
            </form>
          )}
          <a class="govuk-link" href={`${itineraryPath(visit.id, 'new')}?copy=${item.id}`}>
            Copy it
          </a>
          {item.status === 'planned' && (
            <a class="govuk-link" href={itemPath(visit.id, item.id, 'cancel')}>
              Cancel it
            </a>
          )}
          {!isPublished && (
            <a class="govuk-link" href={itemPath(visit.id, item.id, 'delete')}>
              Delete it
            </a>
          )}
        </ButtonGroup>
      )}
    </VisitFrame>
  );
}

/** A place, with the way to it on a map. */
export function StopText({ stop }: { readonly stop: Stop | null }) {
  if (stop === null) return <>Not known yet</>;
  return (
    <>
      {stopInWords(stop)}
      {stop.point !== null && (
        <>
          {' '}
          (
          <a class="govuk-link" href={mapAddress(stop.point)}>
            map<span class="govuk-visually-hidden"> of {stop.name}</span>
          </a>
          )
        </>
      )}
    </>
  );
}
