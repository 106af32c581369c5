import { SecretLinks } from './secret-links.js';

export const linkProviders = [SecretLinks];
