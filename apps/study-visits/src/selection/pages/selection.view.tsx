import { momentInWords, plural, ResponsiveTable, SummaryList, TaskList, type Task } from '#ui';
import type { ApplyWindow } from '../../applications/domain/apply-window.js';
import type { Visit } from '../../visits/domain/visit.js';
import { manageSelectionPath, selectionPath } from '../addresses.js';
import type { AssessorProgress } from '../read-selection.js';
import type { SelectionRow } from '../selection.entities.js';

export interface SelectionViewProps {
  readonly visit: Visit;
  readonly window: ApplyWindow;
  readonly selection: SelectionRow | null;
  /** How many criteria there are. */
  readonly criteria: number;
  readonly progress: readonly AssessorProgress[];
  /** How many were submitted, and how many of them have no score yet. */
  readonly applications: number;
  readonly unscored: number;
}

/** The steps of a selection in their order, each with how far it is. */
export function SelectionView(props: SelectionViewProps) {
  const { visit, progress, applications } = props;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Applications', value: applicationsInWords(props) },
          {
            key: 'For everybody to read',
            value: (
              <a class="govuk-link" href={selectionPath(visit.slug)}>
                How places are given
              </a>
            ),
          },
        ]}
      />
      <TaskList items={tasks(props)} />
      {progress.length > 0 && (
        <ResponsiveTable
          caption="Who has scored how many"
          captionClasses="govuk-table__caption--m"
          columns={[
            { key: 'name', heading: 'Assessor' },
            { key: 'scored', heading: 'Scored', format: 'numeric' },
            { key: 'left', heading: 'Still to score', format: 'numeric' },
            { key: 'conflict', heading: 'Not theirs to score', format: 'numeric' },
          ]}
          rows={progress.map(({ assessor, scored, all }) => [
            assessor.name,
            String(scored),
            String(Math.max(0, all - scored)),
            String(applications - all),
          ])}
        />
      )}
    </>
  );
}

function applicationsInWords({ applications, window, visit }: SelectionViewProps): string {
  const count = plural(applications, 'application');
  if (window === 'closed') return `${count}; applications are closed`;
  if (window === 'not-set' || visit.applicationsCloseAt === null) return 'The visit is not announced yet';
  const until = momentInWords(new Date(visit.applicationsCloseAt.epochMilliseconds));
  return `${count} so far; applications close on ${until}`;
}

const waiting = { text: 'Cannot be done yet' } as const;
const next = { tag: { text: 'To do', colour: 'blue' } } as const;
const late = { tag: { text: 'Too late', colour: 'red' } } as const;
const done = { text: 'Done' } as const;

function tasks(props: SelectionViewProps): readonly Task[] {
  const { visit, window, selection, criteria, progress, applications, unscored } = props;
  const path = (part: string) => manageSelectionPath(visit.id, part);
  const isClosed = window === 'closed';
  const scoringClosed = selection?.scoringClosedAt instanceof Date;
  const hasRun = selection?.runAt instanceof Date;
  const isTold = selection?.toldAt instanceof Date;
  const hasSeed = typeof selection?.seed === 'string';
  const mayRun = isClosed && hasSeed && applications > 0;
  const left = progress.reduce((sum, { all, scored }) => sum + Math.max(0, all - scored), 0);
  const link = (href: string, may: boolean) => (may ? { href } : {});
  return [
    {
      title: 'Say what applications are scored by',
      hint: 'Not needed where places are given by the draw alone.',
      status: criteria > 0 ? { text: plural(criteria, 'criterion', 'criteria') } : next,
      href: path('criteria'),
    },
    {
      title: 'Name who scores them',
      status: progress.length > 0 ? { text: plural(progress.length, 'assessor') } : next,
      href: path('assessors'),
    },
    {
      title: 'Publish the seed of the draw',
      hint: hasSeed
        ? `Published on ${momentInWords(selection.seedPublishedAt ?? new Date(0))}`
        : 'Before applications close: a seed that comes later proves nothing.',
      status: hasSeed ? done : isClosed ? late : window === 'not-set' ? waiting : next,
      ...link(path('steps/seed'), !hasSeed && (window === 'open' || window === 'not-yet')),
    },
    {
      title: 'Close scoring',
      hint: scoringClosed
        ? 'Everybody’s scores are counted as they are.'
        : `${plural(unscored, 'application has', 'applications have')} no score; ${plural(left, 'score')} still to come.`,
      status: scoringClosed ? done : isClosed && applications > 0 && unscored === 0 ? next : waiting,
      ...link(path('steps/close-scoring'), !scoringClosed && isClosed && applications > 0 && unscored === 0),
    },
    {
      title: hasRun ? 'Run the selection again' : 'Run the selection',
      status: isTold ? done : mayRun ? (hasRun ? { text: 'Done once' } : next) : waiting,
      ...link(path('run'), mayRun && !isTold),
    },
    {
      title: 'Look at the result',
      hint: 'With the reason for each, and a way to decide otherwise.',
      status: isTold ? done : hasRun ? next : waiting,
      ...link(path('result'), hasRun),
    },
    {
      title: 'Tell all applicants',
      hint: 'Each has a mail with the reason; those with a place are offered it.',
      status: isTold ? done : hasRun ? next : waiting,
      ...link(path('steps/tell'), hasRun && !isTold),
    },
  ];
}
