import { Button, Checkboxes, EmptyState, ExportLinks, plural } from '#ui';
import type { ConferenceRow } from '../../../conferences/conference.entity.js';
import { manageConferencePath } from '../../../manage/addresses.js';
import type { Application } from '../read-applications.js';
import { ApplicationFacts } from './application-facts.js';

export interface ApplicationsProps {
  readonly conference: Pick<ConferenceRow, 'id' | 'zone'>;
  /** The oldest first. */
  readonly applications: readonly Application[];
}

/** Those who applied, to choose about whom to decide. */
export function ApplicationsView({ conference, applications }: ApplicationsProps) {
  if (applications.length === 0) {
    return (
      <EmptyState titleText="There is nothing to decide">
        <p class="govuk-body">
          When somebody books a ticket that needs approval, their application is listed here. Whether a ticket
          needs it is set with the{' '}
          <a class="govuk-link" href={manageConferencePath(conference.id, 'tickets')}>
            tickets
          </a>
          .
        </p>
      </EmptyState>
    );
  }
  const groups = [
    { title: 'to decide', name: 'applied', these: applications.filter(({ status }) => status === 'applied') },
    {
      title: 'on the reserve',
      name: 'reserve',
      these: applications.filter(({ status }) => status === 'reserve'),
    },
  ].filter(({ these }) => these.length > 0);
  const path = manageConferencePath(conference.id, 'applications');
  return (
    <>
      <ExportLinks what="these applications" file={(format) => `${path}/export.${format}`} />
      <form method="get" action={`${path}/decide`}>
        {groups.map(({ title, name, these }) => (
          <Checkboxes
            key={name}
            name="delegate"
            idPrefix={name}
            fieldset={{
              legend: {
                text: `${plural(these.length, 'application')} ${title}, the oldest first`,
                classes: 'govuk-fieldset__legend--m',
              },
            }}
            items={these.map((application) => ({
              value: application.delegateId,
              text: (
                <strong>
                  <bdi>{application.name}</bdi>
                </strong>
              ),
              hint: <ApplicationFacts application={application} zone={conference.zone} />,
            }))}
          />
        ))}
        <Button>Decide about those I have chosen</Button>
      </form>
    </>
  );
}
