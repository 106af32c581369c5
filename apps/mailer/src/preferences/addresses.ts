export const preferencesPath = '/mail/preferences';

export const unsubscribePath = (token: string): string => `/mail/unsubscribe/${token}`;

export const undoPath = (token: string): string => `${unsubscribePath(token)}/undo`;
