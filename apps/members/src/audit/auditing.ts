import { AuditLog } from './audit-log.js';
import { FindAuditEntries } from './find-audit-entries.js';
import { AuditPage } from './pages/audit.page.js';

export const auditPages = [AuditPage];

export const auditProviders = [AuditLog, FindAuditEntries];
