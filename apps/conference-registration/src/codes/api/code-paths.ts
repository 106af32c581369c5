import type { ApiPart } from '../../openapi/api-part.js';
import { stepPath, thingPaths, type ThingPaths } from '../../set-up/api/thing-paths.js';
import { codeEdit, codeOutput, codesInput, codesMade, codesPage, codesQuery } from './code.schema.js';

const things: ThingPaths = {
  path: 'codes',
  param: 'codeId',
  tag: 'Codes',
  name: 'Code',
  names: 'Codes',
  what: 'code',
  many: 'codes',
  input: codesInput,
  edit: codeEdit,
  output: codeOutput,
  made: codesMade,
  list: codesPage,
  query: codesQuery,
};

export const codesApi: ApiPart = {
  tags: [things.tag],
  paths: {
    ...thingPaths(things),
    ...stepPath(things, {
      name: 'end',
      operationId: 'endCode',
      summary: 'End a code; places that it keeps are given back',
    }),
  },
};
