import { BudgetLineRow } from '../budget/budget-line.entity.js';
import { DocumentRow } from '../documents/document.entity.js';
import { ConsiderationRow } from '../package-travel/consideration.entity.js';
import { RiskRow } from '../risks/risk.entity.js';
import { SignOffRow } from '../sign-offs/sign-off.entity.js';

/** What is planned for a visit. */
export const planEntities = [BudgetLineRow, RiskRow, ConsiderationRow, SignOffRow, DocumentRow];
