import { h, type ComponentChildren } from 'preact';
import type { Content } from './content.js';

export interface TimelineEntry {
  /** What happened: "Time changed". */
  readonly title: Content;
  /** When, in the reader's words. */
  readonly when: string;
  /** The same as a machine reads it: an instant or date of ISO 8601. */
  readonly datetime: string;
  /** Who did it. */
  readonly by?: Content;
  /** More about it. */
  readonly children?: ComponentChildren;
}

export interface TimelineProps {
  /** The newest first. */
  readonly entries: readonly TimelineEntry[];
  /** The level of the entries' titles; 3 unless given. */
  readonly headingLevel?: 2 | 3 | 4 | 5 | 6;
}

/** What happened to something, when and by whom. */
export function Timeline({ entries, headingLevel = 3 }: TimelineProps) {
  return (
    <ol class="cn-timeline">
      {entries.map((entry) => (
        <li>
          {h(`h${headingLevel}`, { class: 'cn-timeline__title' }, entry.title)}
          <p class="cn-timeline__when">
            <time dateTime={entry.datetime}>{entry.when}</time>
            {entry.by !== undefined && <> by {entry.by}</>}
          </p>
          {entry.children}
        </li>
      ))}
    </ol>
  );
}
