export const mailsPath = '/mail';

export const mailPath = (id: string): string => `${mailsPath}/mails/${id}`;
