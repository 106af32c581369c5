/** IANA zone that the network itself lives in: its lists and books go by its days. */
export const homeZone = 'Europe/London';
