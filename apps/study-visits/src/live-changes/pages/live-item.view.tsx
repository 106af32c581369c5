import type { ComponentChildren } from 'preact';
import {
  Button,
  Checkboxes,
  ChangedMeanwhile,
  field,
  FieldChanges,
  FormErrors,
  HiddenFields,
  Input,
  plural,
  SummaryList,
  Textarea,
  type Form,
  type SubmittedValues,
} from '#ui';
import { itemPath } from '../../itinerary/addresses.js';
import { stopInWords, timesInWords, whenOfSpan } from '../../itinerary/in-words.js';
import { namesIn, ProblemList } from '../../itinerary/pages/itinerary.view.js';
import { ChangeList } from '../../itinerary/pages/publish.view.js';
import { stopOf } from '../../itinerary/read-itinerary.js';
import { liveItemPath, todayPath } from '../addresses.js';
import type { LiveItem, LivePreview } from '../change-live.js';
import type { LiveWay } from '../domain/live-change.js';
import { doneWords, wayWords } from '../in-words.js';
import type { LiveChange } from '../read-live-changes.js';
import type { Reachable } from '../read-concerned.js';
import { RingLink } from './ring-link.js';
import { ChangedAt } from './today.view.js';

/** One thing, with all that can be made different of it now. */
export function LiveItemView({
  live: { item, itinerary, ways, unpublished, latest },
}: {
  readonly live: LiveItem;
}) {
  const { visit, hosts } = itinerary;
  return (
    <>
      <span class="govuk-caption-l">{whenOfSpan(item)}</span>
      <h1 class="govuk-heading-l">
        <bdi>{item.title}</bdi>
      </h1>
      {item.status === 'cancelled' && <p class="govuk-body">It is called off. {item.statusReason}</p>}
      <p class="govuk-body">{stopInWords(stopOf(item, hosts)) || 'Nobody has said where.'}</p>
      {latest !== null && (
        <p class="govuk-body">
          <ChangedAt change={latest} zone={visit.zone} />
        </p>
      )}
      {unpublished.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Travellers do not know this of it yet</h2>
          <p class="govuk-body">
            It is planned, but not published. Whatever you change now tells them this too.
          </p>
          <ChangeList changes={unpublished} />
        </>
      )}
      <h2 class="govuk-heading-m">What is different?</h2>
      <ul class="govuk-list cn-live-ways">
        {ways.map((way) => (
          <li key={way}>
            <Button
              href={liveItemPath(visit.id, item.id, way)}
              classes={way === 'off' ? 'govuk-button--warning' : 'govuk-button--secondary'}
            >
              {wayWords[way]}
            </Button>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={itemPath(visit.id, item.id)}>
          All that is planned of it
        </a>
      </p>
    </>
  );
}

/** "“Lunch”: 30 minutes later". */
export const headingOf = (way: LiveWay, title: string): string =>
  `“${title}”: ${doneWords[way].toLowerCase()}`;

export interface LiveChangeFormProps {
  readonly live: LiveItem;
  readonly way: LiveWay;
  readonly form: Form;
  readonly path: string;
  readonly hidden: SubmittedValues;
  /** What the button does. */
  readonly label: string;
  /** `null`: nothing can be told of what it does before something is entered. */
  readonly preview: LivePreview | null;
  /** What somebody else changed meanwhile. */
  readonly notice: ComponentChildren;
}

/** What is asked for a change, what the change does, and one button. */
export function LiveChangeForm({
  live,
  way,
  form,
  path,
  hidden,
  label,
  preview,
  notice,
}: LiveChangeFormProps) {
  const { item, itinerary } = live;
  const writable =
    preview === null ? [] : [...preview.concerned.hosts, ...preview.concerned.interpreters].filter(hasEmail);
  return (
    <>
      <FormErrors form={form} />
      {notice}
      <h1 class="govuk-heading-l">{headingOf(way, item.title)}</h1>
      <form method="post" action={path} novalidate>
        <HiddenFields values={hidden} />
        {way === 'time' && (
          <>
            <p class="govuk-body">Now it is {timesInWords(item)}.</p>
            <Input
              {...field(form, 'from')}
              label="From"
              hint="On the same day, like 2.30pm"
              classes="govuk-input--width-5"
            />
            <Input
              {...field(form, 'until')}
              label="Until (optional)"
              hint="Left blank, it lasts as long as before"
              classes="govuk-input--width-5"
            />
          </>
        )}
        {way === 'place' && (
          <>
            <Input {...field(form, 'place')} label="Where is it now?" />
            <Textarea {...field(form, 'address')} label="Address, or how to find it (optional)" rows={2} />
          </>
        )}
        {preview !== null && <Preview preview={preview} live={live} />}
        {preview !== null && writable.length > 0 && (
          <Checkboxes
            {...field(form, 'tellHosts')}
            items={[
              { value: 'yes', text: `Write to ${writable.map(({ name }) => name).join(' and ')} as well` },
            ]}
            values={[form.values['tellHosts'] ?? ''].flat()}
          />
        )}
        <Textarea
          {...field(form, 'why')}
          label={way === 'off' ? 'Why?' : 'A word why (optional)'}
          hint="All who are told read it."
          rows={2}
        />
        <div class="cn-live-send">
          <Button preventDoubleClick {...(way === 'off' && { classes: 'govuk-button--warning' })}>
            {label}
          </Button>
        </div>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={todayPath(itinerary.visit.id)}>
          Leave it as it is
        </a>
      </p>
    </>
  );
}

/** What travellers would read, what would be amiss, and whom it concerns. */
function Preview({ preview, live }: { readonly preview: LivePreview; readonly live: LiveItem }) {
  const { changes, problems, concerned } = preview;
  const { travellers, hosts, interpreters } = concerned;
  const unmailed = travellers.filter((one) => !hasEmail(one));
  return (
    <>
      {problems.length > 0 && (
        <div class="cn-status cn-status--postponed">
          <h2 class="cn-status__title">This makes something else amiss</h2>
          <ProblemList problems={problems} names={namesIn(live.itinerary)} />
        </div>
      )}
      {changes.map(({ itemId, what, changes: fields }) => (
        <section key={itemId} aria-label="What they will read">
          {what === 'removed' ? (
            <p class="govuk-body">They read that it does not take place, and why.</p>
          ) : (
            <FieldChanges
              changes={fields
                .filter(({ field: name }) => name !== 'Why')
                .map(({ field: name, before, after }) => ({ name, before, after }))}
            />
          )}
        </section>
      ))}
      <SummaryList
        rows={[
          {
            key: 'Concerned',
            value: (
              <>
                {travellers.length === 0
                  ? 'No traveller: nobody’s own days are different'
                  : plural(travellers.length, 'traveller')}
                {unmailed.length > 0 && (
                  <>
                    ; without an address for mail: <People people={unmailed} />
                  </>
                )}
              </>
            ),
          },
          hosts.length > 0 && { key: 'Host', value: <People people={hosts} /> },
          interpreters.length > 0 && {
            key: plural(interpreters.length, 'Interpreter').replace(/^\d+ /, ''),
            value: <People people={interpreters} />,
          },
        ]}
      />
    </>
  );
}

const hasEmail = ({ email }: Reachable): boolean => email !== null;

function People({ people }: { readonly people: readonly Reachable[] }) {
  return (
    <>
      {people.map(({ name, role, phone }, index) => (
        <span key={`${name} ${index}`} class="cn-live-person">
          <span>
            <bdi>{name}</bdi>
            {role !== '' && role !== 'Interpreter' && `, ${role}`}
          </span>
          {phone !== null && <RingLink name={name} phone={phone} />}
        </span>
      ))}
    </>
  );
}

interface MeanwhileProps {
  /** The latest first; none where it was changed in the itinerary. */
  readonly changes: readonly LiveChange[];
  /** IANA, of the visit. */
  readonly zone: string;
  readonly reloadPath: string;
}

/** What somebody else did with the same thing while this page was open. */
export function Meanwhile({ changes, zone, reloadPath }: MeanwhileProps) {
  const [latest] = changes;
  return (
    <ChangedMeanwhile
      what="item"
      names={latest === undefined ? ['Somebody'] : [...new Set(changes.map(({ by }) => by))]}
      changes={
        latest === undefined
          ? ['It was changed in the itinerary. What is below reckons with that.']
          : changes.map((change) => (
              <>
                <ChangedAt change={change} zone={zone} />
                <ChangeList changes={change.changes} />
              </>
            ))
      }
      reloadPath={reloadPath}
    />
  );
}
