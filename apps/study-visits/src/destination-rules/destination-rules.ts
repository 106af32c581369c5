import { RulesController } from './api/rules.controller.js';
import { GroupFormPage } from './pages/group-form.page.js';
import { RemoveRulePage } from './pages/remove-rule.page.js';
import { RuleFormPage } from './pages/rule-form.page.js';
import { RulesPage } from './pages/rules.page.js';
import { ReadRules } from './read-rules.js';
import { SaveRules } from './save-rules.js';

/** The pages about rules of borders, and the same for programs. */
export const destinationRulePages = [RulesPage, RuleFormPage, RemoveRulePage, GroupFormPage, RulesController];

export const destinationRuleProviders = [ReadRules, SaveRules];
