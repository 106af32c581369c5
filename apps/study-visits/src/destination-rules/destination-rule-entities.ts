import { CountryGroupRow, DestinationRuleHistoryRow, DestinationRuleRow } from './destination-rule.entity.js';

export const destinationRuleEntities = [CountryGroupRow, DestinationRuleRow, DestinationRuleHistoryRow];
