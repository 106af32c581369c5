import { z } from 'zod';
import { etag, ifMatch, problemsAbout } from '#platform';
import * as parts from '../schemas/parts.schema.js';

export const refPath = z.object({ ref: parts.ref });

export const matchHeader = z.object({ 'If-Match': ifMatch('event') });

export const etagAndLocation = etag.extend({ Location: z.string().meta({ description: 'The new event.' }) });

export const problems = problemsAbout('event');
