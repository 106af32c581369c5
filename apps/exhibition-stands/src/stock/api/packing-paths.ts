import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import type { problemsAbout } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { packingCopyInput, packingInput, packingOutput, standOutput } from './stock.schema.js';

/** What makes operations of the stock. */
interface Operations {
  readonly reads: (
    operationId: string,
    summary: string,
    schema: z.ZodType,
    requestParams?: object,
  ) => ZodOpenApiOperationObject;
  readonly writes: (
    operationId: string,
    summary: string,
    input: z.ZodType | null,
    output: z.ZodType,
    requestParams?: object,
  ) => ZodOpenApiOperationObject;
}

const exhibition = { id: z.string().meta({ description: 'The exhibition, by its id or its name.' }) };
const path = z.object(exhibition);
const line = z.object({
  ...exhibition,
  lineId: z.string().meta({ description: 'The line of the packing list.' }),
});

/** The stock of an exhibition. @param about of every operation: its tags, who may */
export const packingPaths = (
  { reads, writes }: Operations,
  about: Pick<ZodOpenApiOperationObject, 'tags' | 'security'>,
  problems: ReturnType<typeof problemsAbout>,
): ZodOpenApiPathsObject => ({
  [`${apiPath}/exhibitions/{id}/stock`]: {
    get: reads('readStockOnStand', 'What is on the stand, and how long it lasts', standOutput, { path }),
  },
  [`${apiPath}/exhibitions/{id}/packing`]: {
    get: reads('readPackingList', 'What should travel, and what is packed', packingOutput, { path }),
    post: writes('addToPackingList', 'Add to the packing list', packingInput, packingOutput, { path }),
  },
  [`${apiPath}/exhibitions/{id}/packing/copy`]: {
    post: writes(
      'beginPackingList',
      'Begin the list with what another exhibition used',
      packingCopyInput,
      packingOutput,
      { path },
    ),
  },
  [`${apiPath}/exhibitions/{id}/packing/{lineId}/pack`]: {
    post: writes('packLine', 'Tick a line off: it moves into its box', null, packingOutput, { path: line }),
  },
  [`${apiPath}/exhibitions/{id}/packing/{lineId}`]: {
    delete: {
      ...about,
      operationId: 'removePackingLine',
      summary: 'Take a line off the list that is not packed',
      requestParams: { path: line },
      responses: { 204: { description: 'It is off the list.' }, ...problems(403, 404, 409) },
    },
  },
});
