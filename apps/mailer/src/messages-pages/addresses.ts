import { mailsPath } from '../mails/addresses.js';

export const messagesPath = `${mailsPath}/messages`;

export const deadLettersPath = `${messagesPath}/dead-letters`;

/** @param requestId the request whose messages are looked for; the form alone without it */
export function tracePath(requestId?: string): string {
  const path = `${messagesPath}/trace`;
  return requestId === undefined ? path : `${path}?${new URLSearchParams({ id: requestId }).toString()}`;
}

/** One app's dead letters. */
export function deadLettersOf(app: string, page = 1): string {
  const params = new URLSearchParams({ service: app, ...(page > 1 && { page: String(page) }) });
  return `${deadLettersPath}?${params.toString()}`;
}

export const deadLetterPath = (app: string, id: string): string => `${deadLettersPath}/${app}/${id}`;

export const requeuePath = (app: string, id: string): string => `${deadLetterPath(app, id)}/requeue`;

export const requeueAllPath = (app: string): string => `${deadLettersPath}/${app}/requeue`;
