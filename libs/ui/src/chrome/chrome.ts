import { z } from 'zod';

/** A path on this origin: one slash, never two (which would name another host), no white space or quotes. */
const path = z.string().regex(/^\/(?![/\\])[^\s"'<>\\]*$/, 'must be a path on this origin');

/** What the header's navigation leads to. */
const navigationEntrySchema = z.object({
  /** The name of the part of the site, which also names its accent: `calendar`. */
  section: z.string().regex(/^[a-z][a-z-]*$/),
  label: z.string().min(1),
  href: path,
});

/**
 * What the shell answers at `GET /chrome`: everything around a page. The markup in `header` and `footer` is the shell's
 * own and is put into pages as it is; its slots are those of `slots.ts`.
 */
export const chromeSchema = z.object({
  /** Differs whenever anything else here differs: pages that are kept are kept under it. */
  version: z.string().regex(/^[\w-]{1,64}$/),
  networkName: z.string().min(1).max(200),
  stylesheets: z.array(path).min(1),
  /** ES modules that every page loads. */
  scripts: z.array(path),
  /** The ES module that pages with enhanced forms load beside them. */
  formsScript: path,
  icon: path,
  header: z.string().max(100_000),
  footer: z.string().max(100_000),
  navigation: z.array(navigationEntrySchema),
  /** Where people sign in; `null` while there is nowhere to. */
  signIn: path.nullable(),
});

export type Chrome = z.infer<typeof chromeSchema>;
export type NavigationEntry = z.infer<typeof navigationEntrySchema>;
