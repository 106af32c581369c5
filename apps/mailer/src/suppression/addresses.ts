export const suppressedPath = '/mail/suppressed';

export const allowAgainPath = (id: string): string => `${suppressedPath}/${id}/allow-again`;
