export { LOG, SETTINGS } from '#platform';
