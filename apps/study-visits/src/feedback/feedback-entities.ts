import { FeedbackMailRow, FeedbackRow } from './feedback.entity.js';

export const feedbackEntities = [FeedbackRow, FeedbackMailRow];
