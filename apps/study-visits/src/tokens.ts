export { CLOCK, LOG, SETTINGS, type Clock } from '#platform';
