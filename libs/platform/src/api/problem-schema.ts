import { z } from 'zod';

/** What `problemJson` gives (RFC 9457), for the description of an API. */
export const problemSchema = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string().meta({ description: 'Short, for people.' }),
    status: z.int().meta({ description: 'The HTTP status.' }),
    detail: z.string().meta({ description: 'What happened and what to do next, for people.' }),
    code: z.string().meta({ description: 'Stable: programs may rely on it.', examples: ['not-found'] }),
    requestId: z.string().meta({ description: 'Quote it when you ask us about the failure.' }),
    errors: z
      .array(
        z.strictObject({
          field: z.string().meta({ description: 'Dotted path in what was sent.', examples: ['place.name'] }),
          code: z.string().meta({ description: 'Stable.', examples: ['missing'] }),
          message: z.string().meta({ description: 'What is wrong and what to do, for people.' }),
        }),
      )
      .optional()
      .meta({ description: 'What is wrong with each field, where fields are what is wrong.' }),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457).' });
