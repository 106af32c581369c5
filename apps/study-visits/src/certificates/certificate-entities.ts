import { CertificateRow } from './certificate.entity.js';

export const certificateEntities = [CertificateRow];
