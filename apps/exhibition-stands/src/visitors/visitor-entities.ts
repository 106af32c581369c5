import { VisitorListRow, VisitorRow } from './visitor.entity.js';

export const visitorEntities = [VisitorRow, VisitorListRow];
