import { AnswerFileRow } from './answer-file.entity.js';
import { AnswerRow } from './answer.entity.js';

export const answerEntities = [AnswerRow, AnswerFileRow];
