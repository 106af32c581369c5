import { Temporal } from 'temporal-polyfill';
import { instantOf } from '#platform';
import { dateRangeInWords, ResponsiveTable, Tag, type TagColour } from '#ui';
import { visitPath } from '../../visits/addresses.js';
import type { ApplicationStatus } from '../domain/application.js';
import { deadlineInWords, momentOf, statusWords } from '../in-words.js';
import type { OwnApplication } from '../list-own.js';

const colours: Readonly<Record<ApplicationStatus, TagColour>> = {
  draft: 'yellow',
  submitted: 'green',
  withdrawn: 'grey',
};

export const ApplicationTag = ({ status }: { readonly status: ApplicationStatus }) => (
  <Tag colour={colours[status]}>{statusWords[status]}</Tag>
);

export interface ApplicationListProps {
  readonly caption: string;
  readonly applications: readonly OwnApplication[];
  /** Where one is opened; `null`: the reader cannot. */
  readonly pathOf: (application: OwnApplication) => string | null;
  /** Whether all are the reader’s own, so that nobody has to be named. */
  readonly isOfOnePerson: boolean;
  readonly now: Temporal.Instant;
}

/** Applications for visits with what has become of them, and until when drafts can be submitted. */
export function ApplicationList({ caption, applications, pathOf, isOfOnePerson, now }: ApplicationListProps) {
  return (
    <ResponsiveTable
      caption={caption}
      captionClasses="govuk-visually-hidden"
      columns={[
        { key: 'who', heading: isOfOnePerson ? 'Visit' : 'Name' },
        { key: 'when', heading: isOfOnePerson ? 'When' : 'Visit' },
        { key: 'status', heading: 'State' },
        { key: 'next', heading: 'Until when' },
      ]}
      rows={applications.map((application) => {
        const { name, visitTitle, visitSlug, firstDay, lastDay, status } = application;
        const path = pathOf(application);
        const what = isOfOnePerson ? visitTitle : name;
        return [
          path === null ? (
            <bdi>{what}</bdi>
          ) : (
            <a class="govuk-link" href={path}>
              <bdi>{what}</bdi>
            </a>
          ),
          isOfOnePerson ? (
            dateRangeInWords(Temporal.PlainDate.from(firstDay), Temporal.PlainDate.from(lastDay), {
              weekday: false,
            })
          ) : (
            <a class="govuk-link" href={visitPath(visitSlug)}>
              {visitTitle}
            </a>
          ),
          <ApplicationTag status={status} />,
          nextOf(application, now),
        ];
      })}
    />
  );
}

function nextOf(
  { status, submittedAt, closesAt, visitStatus }: OwnApplication,
  now: Temporal.Instant,
): string {
  if (visitStatus === 'cancelled') return 'The visit was called off';
  if (status === 'submitted') return submittedAt === null ? '' : `Submitted on ${momentOf(submittedAt)}`;
  if (status === 'withdrawn' || closesAt === null) return '';
  const closes = deadlineInWords(instantOf(closesAt));
  return closesAt.getTime() > now.epochMilliseconds
    ? `Submit before ${closes}`
    : `Applications closed on ${closes}`;
}
