import { Injectable } from '@nestjs/common';
import { ancestorsIn } from '@attest/domain/lineage';
import { questionsOf, saysSomething, valueInWords, type Question } from '@attest/domain/questionnaire';
import { Database } from '@attest/shared/api';
import { TemplatesService, type TemplateVersion } from '@attest/templates/api';
import { answerIn, levelOn } from '../answers';
import type { CarriedView, EarlierAnswerView } from '../submissions.dto';
import type { AnswerRow, CarriedRow, WholeReturnRow } from '../submissions.queries';

/** An answer that no question has taken over, and the keys of the questions that it stands beside. */
export interface EarlierAnswer {
  readonly view: EarlierAnswerView;
  readonly heirs: readonly string[];
}

/** Answers of a return that stayed behind when it went over to another version: nothing of them is lost, and nothing counts. */
@Injectable()
export class EarlierAnswers {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
  ) {}

  async of({ answers }: WholeReturnRow, version: TemplateVersion): Promise<readonly EarlierAnswer[]> {
    const behind = answers.filter((row) => !version.questions.has(row.question_id) && saysSomething(answerIn(row)));
    if (behind.length === 0) return [];
    const asked = await this.database.query<{ id: string; version: string }>('select id, template_version_id as version from app.question where id = any($1::uuid[])', [behind.map(({ question_id }) => question_id)]);
    const found: EarlierAnswer[] = [];
    for (const { id, version: versionId } of asked) {
      const then = await this.templates.pinned(versionId);
      const templates = (await this.templates.wayBack(version, then) ?? []).map(({ template }) => template);
      const question = then.questions.get(id)!;
      found.push({
        view: earlierView(then, question, behind.find(({ question_id }) => question_id === id)!),
        heirs: questionsOf(version.template).filter(({ key }) => ancestorsIn(templates, key).some((ancestor) => ancestor.key === question.key)).map(({ key }) => key),
      });
    }
    return found.sort((one, other) => (one.view.at < other.view.at ? -1 : 1));
  }
}

function earlierView({ template }: TemplateVersion, question: Question, row: AnswerRow): EarlierAnswerView {
  const { value, note, naReason } = answerIn(row);
  return {
    questionId: row.question_id, ref: question.ref, title: question.title, wording: question.wording, edition: template.edition,
    level: levelOn(template, question.scale, row.level), said: valueInWords(question, value), note, naReason,
    by: row.updated_by_name, at: new Date(row.updated_at).toISOString(),
  };
}

export function carriedView({ at, kept, to_check, set_aside, added, left }: CarriedRow, { id, template: { edition, title } }: TemplateVersion): CarriedView {
  return { at: new Date(at).toISOString(), from: { versionId: id, edition, title }, kept, toCheck: to_check, left, setAside: set_aside, added };
}
