import {
  Button,
  ButtonGroup,
  EmptyState,
  field,
  fieldId,
  HiddenFields,
  Input,
  plural,
  ResponsiveTable,
  Select,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { isEnded } from '../../visits/domain/status.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { itineraryPath, splitPath } from '../addresses.js';
import { letterAt, mostGroups, type SplitInput } from '../domain/check-split.js';
import type { Split } from '../domain/plan.js';
import { groupInWords } from '../in-words.js';
import type { Itinerary } from '../read-itinerary.js';

/** So many groups a split has at least. */
const fewestGroups = 2;

/** The controls of a split, in the order of the page. */
export const splitNames: readonly string[] = [
  'name',
  'groups',
  ...Array.from({ length: mostGroups }, (_, index) => `groups.${index}`),
];

export const fillSplit = ({ name, groups }: Split): SubmittedValues => ({
  name,
  groups: String(groups.length),
  ...Object.fromEntries(groups.map((group, index) => [`groups.${index}`, group.name])),
});

export function readSplit(values: SubmittedValues): SplitInput {
  const count = Number(textIn(values, 'groups')) || fewestGroups;
  const groups = Array.from({ length: Math.min(Math.max(count, 0), mostGroups) }, (_, index) =>
    textIn(values, `groups.${index}`),
  );
  return { name: textIn(values, 'name'), groups };
}

export function SplitFields({ form }: { readonly form: Form }) {
  const counts = Array.from({ length: mostGroups - fewestGroups + 1 }, (_, index) => fewestGroups + index);
  return (
    <>
      <Input {...field(form, 'name')} label="When or why the party splits" hint="Such as Tuesday morning." />
      <Select
        {...field(form, 'groups')}
        label="Groups"
        items={counts.map((count) => ({
          value: String(count),
          text: `${count}: A to ${letterAt(count - 1)}`,
        }))}
      />
      {Array.from({ length: mostGroups }, (_, index) => (
        <Input
          key={index}
          {...field(form, `groups.${index}`)}
          label={`What group ${letterAt(index)} is called (optional)`}
          {...(index === 0 && {
            hint: 'Such as The social co-op. Those that there are not can be left blank.',
          })}
        />
      ))}
    </>
  );
}

export function GroupsView({ itinerary }: { readonly itinerary: Itinerary }) {
  const { visit, splits, travellers, membership } = itinerary;
  const isOver = isEnded(visit.status);
  return (
    <VisitFrame visit={visit} heading="Groups" current="itinerary">
      {!isOver && <Button href={itineraryPath(visit.id, 'groups/new')}>Split the party</Button>}
      {splits.length === 0 ? (
        <EmptyState titleText={isOver ? 'The party stayed together' : 'The party stays together'}>
          {!isOver && (
            <p class="govuk-body">
              Where some go to one place and others to another, split the party into groups and plan items for
              each.
            </p>
          )}
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption={plural(splits.length, 'split')}
          columns={[
            { key: 'name', heading: 'Split' },
            { key: 'groups', heading: 'Groups' },
            { key: 'none', heading: 'In none' },
          ]}
          rows={splits.map((split) => {
            const sizes = split.groups.map((group) => ({
              group,
              size: travellers.filter(({ id }) => membership.get(id)?.has(group.id)).length,
            }));
            const none = travellers.length - sizes.reduce((sum, { size }) => sum + size, 0);
            return [
              <a class="govuk-link" href={splitPath(visit.id, split.id)}>
                <bdi>{split.name}</bdi>
              </a>,
              sizes.map(({ group, size }) => `${groupInWords(group)} (${size})`).join('; '),
              String(none),
            ];
          })}
        />
      )}
    </VisitFrame>
  );
}

export interface SplitViewProps {
  readonly split: Split;
  readonly itinerary: Itinerary;
}

export function SplitView({ split, itinerary }: SplitViewProps) {
  const { visit, travellers } = itinerary;
  const isOver = isEnded(visit.status);
  return (
    <VisitFrame visit={visit} heading={split.name} current="itinerary">
      {travellers.length === 0 && (
        <EmptyState titleText={isOver ? 'Nobody travelled' : 'Nobody travels yet'}>
          {!isOver && (
            <p class="govuk-body">Once travellers are confirmed, you say here who is in which group.</p>
          )}
        </EmptyState>
      )}
      {travellers.length > 0 && isOver && <WhoWasWhere split={split} itinerary={itinerary} />}
      {travellers.length > 0 && !isOver && <WhoIsWhere split={split} itinerary={itinerary} />}
      {!isOver && (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={splitPath(visit.id, split.id, 'edit')}>
              Change what the groups are called
            </a>
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={splitPath(visit.id, split.id, 'delete')}>
              Delete the split
            </a>
          </p>
        </>
      )}
    </VisitFrame>
  );
}

/** The group of a traveller in this split; `undefined`: they are in none. */
const groupOf = ({ split, itinerary }: SplitViewProps, travellerId: string) =>
  split.groups.find((group) => itinerary.membership.get(travellerId)?.has(group.id));

function WhoWasWhere({ split, itinerary }: SplitViewProps) {
  return (
    <ResponsiveTable
      caption="Who was in which group"
      columns={[
        { key: 'who', heading: 'Traveller' },
        { key: 'organisation', heading: 'Organisation' },
        { key: 'group', heading: 'Group' },
      ]}
      rows={itinerary.travellers.map(({ id, name, organisationName }) => {
        const group = groupOf({ split, itinerary }, id);
        return [<bdi>{name}</bdi>, <bdi>{organisationName}</bdi>, group ? groupInWords(group) : '–'];
      })}
    />
  );
}

function WhoIsWhere({ split, itinerary }: SplitViewProps) {
  const { visit, travellers } = itinerary;
  const version = { version: String(split.version) };
  const items = [
    { value: '', text: 'In no group' },
    ...split.groups.map((group) => ({ value: group.id, text: groupInWords(group) })),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">Share everybody out</h2>
      <p class="govuk-body">Evenly, in place of what is chosen below.</p>
      <ButtonGroup>
        {(
          [
            ['apart', 'Keep organisations apart'],
            ['together', 'Keep organisations together'],
          ] as const
        ).map(([way, text]) => (
          <form key={way} method="post" action={splitPath(visit.id, split.id, 'share')}>
            <HiddenFields values={{ ...version, way }} />
            <Button preventDoubleClick classes="govuk-button--secondary">
              {text}
            </Button>
          </form>
        ))}
      </ButtonGroup>
      <h2 class="govuk-heading-m">Who is in which group</h2>
      <form method="post" action={splitPath(visit.id, split.id)} novalidate>
        <HiddenFields values={version} />
        {travellers.map(({ id, name, organisationName }) => (
          <Select
            key={id}
            name={`member.${id}`}
            id={fieldId(`member.${id}`)}
            label={`${name}, ${organisationName}`}
            value={groupOf({ split, itinerary }, id)?.id ?? ''}
            items={items}
          />
        ))}
        <Button preventDoubleClick>Save the groups</Button>
      </form>
    </>
  );
}
