import { proposeLineage } from '../lineage';
import { questionsOf } from '../questionnaire';
import type { OrganisationKind, Question, Scale, Template } from '../questionnaire';

/** The school year after `2026-27`, the year after `2026`; a name without a year gets a number. Never one that is taken. */
export function nextEdition(edition: string, taken: readonly string[] = []): string {
  const next = following(edition);
  return taken.includes(next) ? nextEdition(next, taken) : next;
}

function following(edition: string): string {
  const year = /^(\d{4})(-\d{2})?$/.exec(edition);
  if (year) {
    const first = Number(year[1]) + 1;
    return year[2] ? `${first}-${String((first + 1) % 100).padStart(2, '0')}` : String(first);
  }
  const numbered = /^(.*) (\d{1,6})$/.exec(edition);
  return numbered ? `${numbered[1]} ${Number(numbered[2]) + 1}` : `${edition} 2`;
}

/** The same questionnaire for the next year, in which every question is the one it was until somebody changes it. */
export function newEditionOf(before: Template, edition: string): Template {
  const { retired: _, ...rest } = before;
  return {
    ...renamed(rest, edition),
    follows: before.edition,
    sections: before.sections.map((section) => ({
      ...section, questions: section.questions.map((question) => ({ ...question, lineage: { kind: 'same' as const, from: [question.key] } })),
    })),
  };
}

/** A questionnaire that comes from elsewhere, as the edition after one's own: where each question comes from is proposed. */
export function adopted(template: Template, before: Template, edition: string): Template {
  const { lineage, retired } = proposeLineage(before, template);
  const old = new Map(questionsOf(before).map((question) => [question.key, question]));
  return {
    ...renamed(template, edition),
    code: before.code, follows: before.edition,
    retired: retired.map((key) => ({ key, ref: old.get(key)!.ref, title: old.get(key)!.title, note: '' })),
    sections: template.sections.map((section) => ({ ...section, questions: section.questions.map((question) => ({ ...question, lineage: lineage.get(question.key)! })) })),
  };
}

/** A questionnaire that follows nothing says nothing of where its questions come from. */
export function firstEdition({ follows: _, retired: __, ...template }: Template): Template {
  const first = ({ lineage: ___, ...question }: Question): Question => question;
  return { ...template, sections: template.sections.map((section) => ({ ...section, questions: section.questions.map(first) })) };
}

function renamed<T extends Omit<Template, 'retired'>>(template: T, edition: string): T {
  const year = /^\d{4}/.exec(edition)?.[0];
  return {
    ...template, edition,
    title: template.title.replace(template.edition, edition),
    effectiveFrom: year ? `${year}${template.effectiveFrom.slice(4)}` : template.effectiveFrom,
  };
}

const rag: Scale = {
  key: 'rag', name: 'Red, amber, green', levels: [
    { key: 'green', letter: 'G', word: 'Met', colour: 'green', score: 2, meets: true, meaning: 'It is in place, and you can show that it works.' },
    { key: 'amber', letter: 'A', word: 'Partly met', colour: 'amber', score: 1, meets: false, meaning: 'Some of it is in place, and you know what is missing.' },
    { key: 'red', letter: 'R', word: 'Not met', colour: 'red', score: 0, meets: false, meaning: 'It is not in place, or you cannot show that it is.' },
  ],
};

/** What somebody begins with who begins with nothing: one scale, one section, no question. */
export function blankTemplate({ code, title, edition, audience, effectiveFrom }: {
  readonly code: string; readonly title: string; readonly edition: string; readonly audience: OrganisationKind; readonly effectiveFrom: string;
}): Template {
  return {
    code, title, edition, audience, effectiveFrom, purpose: '', legalBasis: [], scales: [rag],
    scoring: { rule: 'attest-1', resultScale: 'rag', bands: [{ level: 'green', from: 80 }, { level: 'amber', from: 50 }, { level: 'red', from: 0 }] },
    sections: [{ key: 'section-1', ref: '1', title: 'First section', intro: '', weight: 1, questions: [] }],
    declaration: {
      role: audience === 'school' ? 'Designated Safeguarding Lead' : 'Section 11 lead',
      wording: 'What is said here is true as far as I know, and those who lead this organisation have seen it.',
    },
  };
}

/** For addresses and files, from a title: "Voluntary groups 2026" → `voluntary-groups-2026`. Never one that is taken. */
export function codeFor(title: string, taken: readonly string[]): string {
  const plain = title.normalize('NFD').toLowerCase().replace(/[\u0300-\u036f'’]/g, '').replace(/[^a-z0-9]+/g, '-').slice(0, 50).replace(/^-+|-+$/g, '') || 'template';
  let code = plain;
  for (let n = 2; taken.includes(code); n++) code = `${plain}-${n}`;
  return code;
}
