export const mailsPath = '/mail';

export const mailPath = (id: string): string => `${mailsPath}/mails/${id}`;

export const sendAgainPath = (id: string): string => `${mailPath(id)}/send-again`;
