import { BriefingDayRow, BriefingMailRow, BriefingSettingsRow } from './briefing.entities.js';

export const briefingEntities = [BriefingSettingsRow, BriefingDayRow, BriefingMailRow];
