import { HistoryController } from './history.controller';
import { HistoryService } from './history.service';
import { QuestionThread } from './question-thread';

export const historyControllers = [HistoryController];
export const history = [HistoryService, QuestionThread];
