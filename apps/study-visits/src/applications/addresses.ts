import { manageVisitPath, visitPath, visitsPath } from '../visits/addresses.js';
import type { Step } from './domain/application.js';

/** Where one begins to apply for a visit. */
export const applyPath = (slug: string): string => `${visitPath(slug)}/apply`;

/** Where a booking-contact signs colleagues up for a visit. */
export const colleaguesPath = (slug: string): string => `${visitPath(slug)}/apply-for-colleagues`;

/** Somebody's own applications and travels. */
export const minePath = `${visitsPath}/mine`;

/** The applications of an organisation, for its booking-contacts. */
export const organisationPath = (organisationId: string): string =>
  `${visitsPath}/organisation/${encodeURIComponent(organisationId)}`;

/** What is done with an application, on pages below its own. */
export type ApplicationPart = Step | 'check' | 'withdraw' | 'remind' | 'link';

const partNames: Readonly<Record<ApplicationPart, string>> = {
  about: 'about',
  why: 'why',
  bringBack: 'bring-back',
  supporter: 'supporter',
  access: 'access',
  reference: 'reference',
  check: 'check',
  withdraw: 'withdraw',
  remind: 'remind',
  link: 'link',
};

/** The part that an address names; `null`: there is none of that name. */
export const partOf = (name: string): ApplicationPart | null =>
  (Object.keys(partNames) as ApplicationPart[]).find((part) => partNames[part] === name) ?? null;

const below = (path: string, part?: ApplicationPart): string =>
  part === undefined ? path : `${path}/${partNames[part]}`;

/** An application by its own link, or a part of it. @param secret theirs alone */
export const linkPath = (secret: string, part?: ApplicationPart): string =>
  below(`${visitsPath}/applications/${encodeURIComponent(secret)}`, part);

/** An application for whoever is signed in and may see it, or a part of it. */
export const ownApplicationPath = (id: string, part?: ApplicationPart): string =>
  below(`${minePath}/applications/${encodeURIComponent(id)}`, part);

/** The applications for a visit as staff see them, or a part of that. */
export const applicationsPath = (visitId: string, part?: string): string =>
  manageVisitPath(visitId, part === undefined ? 'applications' : `applications/${part}`);

/** One of them, or a part of it. */
export const applicationPath = (
  visitId: string,
  id: string,
  part?: 'correct' | 'put-in' | 'withdraw' | 'remind' | 'link',
): string => applicationsPath(visitId, part === undefined ? id : `${id}/${part}`);
