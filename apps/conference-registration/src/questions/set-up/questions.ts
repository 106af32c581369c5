import { AskedQuestionsController } from '../api/asked-questions.controller.js';
import { QuestionsController } from './api/questions.controller.js';
import { ChangeQuestions } from './change-questions.js';
import { EditQuestionPage } from './pages/edit-question.page.js';
import { QuestionsPage } from './pages/questions.page.js';
import { RetireQuestionPage } from './pages/retire-question.page.js';
import { QuestionsRepository } from './questions.repository.js';
import { RetireQuestion } from './retire-question.js';

/** What shows questions to staff, and to programs. */
export const questionPages = [
  QuestionsPage,
  EditQuestionPage,
  RetireQuestionPage,
  QuestionsController,
  AskedQuestionsController,
];

export const questionProviders = [QuestionsRepository, ChangeQuestions, RetireQuestion];
