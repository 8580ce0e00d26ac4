import { Injectable } from '@nestjs/common';
import { valueInWords, type AnswerValue } from '@attest/domain/questionnaire';
import { Database } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { levelOn } from '../answers';
import { MyDrafts } from '../drafts/my-drafts';
import { SharingService } from '../sharing/sharing.service';
import type { AnswerHistory, HistoryEntry, HistoryQuery, SaidView } from './history.dto';
import { EVENTS, SAID, STEPS, type EventRow, type SaidRow, type StepRow } from './history.queries';
import { QuestionThread, type Thread } from './question-thread';
import { timelineOf, type Happened } from './timeline';

/** Entries of one page. */
const PAGE = 20;

/** Who wrote what to a question and when, what they lost to somebody who was quicker included. For the people of that organisation alone, also once it is handed in. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly database: Database,
    private readonly sharing: SharingService,
    private readonly threads: QuestionThread,
    private readonly drafts: MyDrafts,
    private readonly templates: TemplatesService,
  ) {}

  async of(submissionId: string, questionId: string, { before, each }: HistoryQuery): Promise<AnswerHistory> {
    const { template_version_id: versionNow } = await this.sharing.shared(submissionId);
    const steps = await this.database.query<StepRow>(STEPS, [submissionId]);
    const thread = await this.threads.of(questionId, versionNow, steps);
    const events = await this.database.query<EventRow>(EVENTS, [submissionId, [...thread.questions.keys()], [...thread.questions.values()].map(({ line }) => line)]);
    const drafts = (await this.drafts.of(submissionId)).filter((draft) => thread.questions.has(draft.questionId));
    const all = timelineOf(events, drafts, steps, each);
    const from = before === undefined ? 0 : all.findIndex(({ id }) => id === before) + 1;
    const page = all.slice(from, from + PAGE);
    const { ref, title } = thread.version.questions.get(questionId)!;
    return { ref, title, entries: await this.told(page, thread, questionId), earlier: from + PAGE < all.length ? page.at(-1)!.id : null };
  }

  private async told(page: readonly Happened[], thread: Thread, questionId: string): Promise<HistoryEntry[]> {
    const rows = await this.database.query<SaidRow>(SAID, [page.flatMap(({ event, before }) => [event, before].filter((id) => id !== null))]);
    const said = new Map(rows.map((row) => [row.id, row]));
    const entries: HistoryEntry[] = [];
    for (const happened of page) {
      const [row, stood] = [said.get(happened.event ?? ''), said.get(happened.before ?? '')];
      const asked = row?.question_id ?? happened.draft?.questionId ?? questionId;
      entries.push({
        id: happened.id, kind: happened.kind, at: happened.at.toISOString(), since: happened.since.toISOString(), saves: happened.saves,
        by: row?.by_name ?? (happened.draft ? this.database.caller.name : null),
        now: row ? saidView(row, thread) : happened.draft && { level: happened.draft.level, said: happened.draft.said, note: happened.draft.note, naReason: happened.draft.naReason },
        before: stood ? saidView(stood, thread) : null,
        asked: asked === questionId ? null : askedAs(asked, thread),
        edition: happened.step ? await this.editionAfter(happened.kind, happened.step) : '',
      });
    }
    return entries;
  }

  private async editionAfter(kind: Happened['kind'], { from_version_id, to_version_id }: StepRow): Promise<string> {
    return (await this.templates.pinned(kind === 'carried' ? to_version_id : from_version_id)).template.edition;
  }
}

function saidView({ question_id, level, value, note, na_reason: naReason }: SaidRow, { questions }: Thread): SaidView {
  const { template, questions: asked } = questions.get(question_id)!.version;
  const question = asked.get(question_id)!;
  return { level: levelOn(template, question.scale, level), said: valueInWords(question, value as AnswerValue | null), note, naReason };
}

function askedAs(questionId: string, { questions }: Thread) {
  const { template, questions: asked } = questions.get(questionId)!.version;
  const { ref, title } = asked.get(questionId)!;
  return { ref, title, edition: template.edition };
}
