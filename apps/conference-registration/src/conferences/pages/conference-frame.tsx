import type { ComponentChildren } from 'preact';
import { Tag, type TagColour } from '#ui';
import { ConferenceNavigation } from '../../manage/conference-navigation.js';
import type { ConferencePart } from '../../manage/addresses.js';
import { statusOf } from '../conference-rows.js';
import type { ConferenceRow } from '../conference.entity.js';
import type { ConferenceStatus } from '../domain/conference.js';
import { statusWords } from '../in-words.js';

const colours: Readonly<Record<ConferenceStatus, TagColour>> = {
  draft: 'grey',
  open: 'green',
  paused: 'orange',
  closed: 'blue',
  over: 'grey',
  cancelled: 'red',
};

export function ConferenceStatusTag({ status }: { readonly status: ConferenceStatus }) {
  return <Tag colour={colours[status]}>{statusWords[status]}</Tag>;
}

export interface ConferenceFrameProps {
  readonly conference: ConferenceRow;
  /** The page's heading; the conference's title unless given. */
  readonly heading?: string;
  readonly current?: ConferencePart;
  readonly children: ComponentChildren;
}

/** The heading of a conference's pages for staff, and the way to its parts. */
export function ConferenceFrame({ conference, heading, current, children }: ConferenceFrameProps) {
  return (
    <>
      {heading !== undefined && <span class="govuk-caption-xl">{conference.title}</span>}
      <h1 class="govuk-heading-xl">{heading ?? conference.title}</h1>
      {heading === undefined && (
        <p class="govuk-body">
          <ConferenceStatusTag status={statusOf(conference)} />
        </p>
      )}
      <ConferenceNavigation conferenceId={conference.id} {...(current !== undefined && { current })} />
      {children}
    </>
  );
}
