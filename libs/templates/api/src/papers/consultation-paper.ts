import { meantQuestions, scaleOf, type Question, type Template } from '@attest/domain/questionnaire';
import type { Block, Paper } from '@attest/shared/api';
import { scalesUsed } from './form-paper';
import { questionAsked } from './question-blocks';

/** Every question with what each level means, and a margin for what people think of it. */
export function consultationPaper(template: Template): Paper {
  const sections = meantQuestions(template, null);
  const { title, purpose } = template;
  return {
    title: `${title}: for comment`, language: 'en-GB', foot: `${title}: for comment`, margin: 'wide',
    blocks: [
      { kind: 'text', as: 'lead', line: purpose },
      { kind: 'text', line: 'Please write in the margin, or comment in Word: is it clear, can it be answered, does it tell good from not good enough?' },
      ...scalesUsed(template, sections.flatMap(({ questions }) => questions.map(({ scale }) => scale))),
      ...sections.flatMap(({ section, questions }): Block[] => [
        { kind: 'heading', depth: 1, text: `${section.ref}. ${section.title}` },
        ...(section.intro ? [{ kind: 'text', line: section.intro } as const] : []),
        ...questions.flatMap((question) => [...questionAsked(template, question), ...changed(question), ...answers(template, question)]),
      ]),
    ],
  };
}

const changes = { same: '', reworded: 'Reworded since the edition before', split: 'Split from a question of the edition before', merged: 'Merged from questions of the edition before', new: 'New in this edition' } as const;

function changed({ lineage }: Question): Block[] {
  if (!lineage || lineage.kind === 'same') return [];
  return [{ kind: 'text', as: 'note', line: `${changes[lineage.kind]}${lineage.note ? `: ${lineage.note}` : ''}` }];
}

function answers(template: Template, { type, ref, scale, descriptors = {}, choices = [], table }: Question): Block[] {
  if (type === 'level') {
    const rows = (scaleOf(template, scale)?.levels ?? []).map((level) => [[{ level }], descriptors[level.key] ?? level.meaning]);
    return [{ kind: 'table', table: { caption: `What each level means for ${ref}`, columns: [{ head: 'Level', width: 1 }, { head: 'It is so when', width: 3 }], rows } }];
  }
  if (choices.length > 0) return [{ kind: 'list', lines: choices.map(({ label }) => label) }];
  if (table) return [{ kind: 'text', as: 'note', line: `A table of ${table.rows.map(({ label }) => label).join(', ')} by ${table.columns.map(({ label }) => label).join(', ')}.` }];
  return [];
}
