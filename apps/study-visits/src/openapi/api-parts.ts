import type { ApiPart } from './api-part.js';
import { secretsApi } from '../secrets/api/secrets-paths.js';
import { hostsApi } from '../hosts/api/host-paths.js';

/** What each feature offers to programs, in the order of the description. */
export const apiParts: readonly ApiPart[] = [hostsApi, secretsApi];
