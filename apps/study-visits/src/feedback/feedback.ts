import { FeedbackController } from './api/feedback.controller.js';
import { AskHowItWas } from './ask-travellers.schedule.js';
import { AskTravellers } from './ask-travellers.js';
import { KeepOwnFeedback } from './own-feedback.js';
import { FeedbackPage } from './pages/feedback.page.js';
import { OwnFeedbackPage } from './pages/own-feedback.page.js';
import { PartAnswers } from './part-answers.schedule.js';
import { ReadFeedback } from './read-feedback.js';

export const feedbackPages = [FeedbackPage, OwnFeedbackPage, FeedbackController];

export const feedbackProviders = [KeepOwnFeedback, ReadFeedback, AskTravellers];

export const feedbackSchedules = [AskHowItWas, PartAnswers];
