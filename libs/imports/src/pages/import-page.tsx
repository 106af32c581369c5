import type { VNode } from 'preact';
import { BackLink, uiAssets, type OwnPage } from '#ui';
import { isRunning, type Import } from '../import-record.js';
import { RunningView, StoppedView } from './outcome.view.js';

/** How often the page of a running import is loaded anew where there are no scripts, in seconds. */
const lookAgainAfter = 3;

export interface ImportPageProps {
  readonly of: Import;
  /** The import's own page; its steps `confirm` and `progress` are below it. */
  readonly path: string;
  /** Where files are uploaded, and what that page is called. */
  readonly upload: { readonly path: string; readonly title: string };
  /** What somebody looks after: "the calendar". */
  readonly keeper: string;
  /** Where the app serves scripts: `/calendar/assets/`. */
  readonly assets: string;
  /** What it would do. */
  preview(this: void): VNode;
  /** What it has done. */
  done(this: void): VNode;
  /** Whether it was confirmed and could not be imported. */
  readonly hasErrors: boolean;
}

/** An import from its preview to its result: one page that shows how it stands. */
export function importPage({
  of,
  path,
  upload,
  keeper,
  assets,
  preview,
  done,
  hasErrors,
}: ImportPageProps): OwnPage {
  const common = { noIndex: true, before: <BackLink href={upload.path}>{upload.title}</BackLink> };
  if (isRunning(of)) {
    return {
      ...common,
      title: `Importing ${of.fileName}`,
      scripts: [uiAssets().addressedAt(assets).progress],
      reloadWithoutScripts: lookAgainAfter,
      main: <RunningView of={of} path={path} />,
    };
  }
  if (of.state === 'done') return { ...common, title: `Imported: ${of.fileName}`, main: done() };
  if (of.state === 'uploaded') {
    return { ...common, title: `Look at ${of.fileName}`, hasErrors, main: preview() };
  }
  const main = <StoppedView of={of} path={path} uploadPath={upload.path} keeper={keeper} />;
  return { ...common, title: `Not imported: ${of.fileName}`, main };
}
