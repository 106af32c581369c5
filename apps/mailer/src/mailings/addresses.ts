export const mailingsPath = '/mail/mailings';

export const mailingPath = (id: string): string => `${mailingsPath}/${id}`;
