export type { FieldChange } from '#checks';
