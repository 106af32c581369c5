import { plural } from '#ui';
import { deadLettersOf } from '../addresses.js';
import { durationInWords } from '../telling/durations.js';
import { appInWords } from '../domain/message-words.js';
import type { Trouble } from '../telling/troubles.js';

/** Something to look at, with what it means and what to do. */
export function TroubleLine({ trouble }: { readonly trouble: Trouble }) {
  const app = appInWords(trouble.app);
  switch (trouble.kind) {
    case 'silent':
      return (
        <>
          No answer comes from {app}. What is to be handled there waits; tell whoever looks after the site if
          that lasts more than a few minutes.
        </>
      );
    case 'no-queue':
      return (
        <>
          The queue of {app} cannot be reached. Messages wait where they were sent; tell whoever looks after
          the site if that lasts more than a few minutes.
        </>
      );
    case 'dead-letters':
      return (
        <a href={deadLettersOf(trouble.app)}>
          {plural(trouble.count, 'message')} that {app} could not handle
        </a>
      );
    case 'not-handed-over':
      return (
        <>
          {plural(trouble.count, 'message')} of {app} {trouble.count === 1 ? 'is' : 'are'} still to be handed
          over, the first for {durationInWords(trouble.ms)}. They go by themselves once the queue can be
          reached.
        </>
      );
    case 'behind':
      return (
        <>
          {app} is behind: some messages waited {durationInWords(trouble.ms)} lately. It catches up by itself;
          if that goes on for an hour, tell whoever looks after the site.
        </>
      );
  }
}
