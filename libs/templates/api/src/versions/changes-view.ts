import { changesBetween } from '@attest/domain/lineage';
import type { Question, Template } from '@attest/domain/questionnaire';
import type { TemplateVersion } from '../templates.service';
import type { ChangedQuestion, ChangesView, QuestionText } from './versions.dto';

/** What changed this year. Of a first edition nothing is said, because nobody answered one before. */
export function changesView(template: Template, before: TemplateVersion | null): ChangesView {
  const { edition, title } = template;
  if (!before) return { edition, title, follows: null, added: [], reworded: [], split: [], merged: [], retired: [], same: 0 };
  const { added, retired, same, ...changed } = changesBetween(before.template, template);
  const seen = (changes: readonly { readonly question: Question; readonly before: readonly Question[] }[]) => changes.map((one) => changedText(one.question, one.before));
  return {
    edition, title, follows: { versionId: before.id, edition: before.template.edition, title: before.template.title },
    added: added.map((question) => changedText(question, [])),
    reworded: seen(changed.reworded), split: seen(changed.split), merged: seen(changed.merged),
    retired: retired.map(({ question, note }) => ({ ...textOf(question), note })),
    same,
  };
}

const textOf = ({ key, ref, title, wording }: Question): QuestionText => ({ key, ref, title, wording });
const changedText = (question: Question, before: readonly Question[]): ChangedQuestion => ({ ...textOf(question), note: question.lineage?.note ?? '', before: before.map(textOf) });
