import type { Edit } from './edits';

/** What happened to a draft, in its order: somebody changed it, took a change back, or made it again. */
export interface Happened {
  readonly seq: number;
  readonly kind: 'edit' | 'undo' | 'redo';
}

/** Which of one's own steps the next "undo" or "redo" takes back; null where there is none. */
export interface Steps {
  readonly undo: number | null;
  readonly redo: number | null;
}

/**
 * Everybody takes back what they did themselves, and not what somebody else did meanwhile. `own` are the steps of one person in
 * their order; a new edit forgets what could have been made again.
 */
export function stepsOf(own: readonly Happened[]): Steps {
  const done: number[] = [];
  let undone: number[] = [];
  for (const { seq, kind } of own) {
    if (kind === 'undo') {
      done.pop();
      undone.push(seq);
    } else {
      if (kind === 'redo') undone.pop();
      else undone = [];
      done.push(seq);
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}

/**
 * What an edit has to do with, as words that can be compared. Two edits that share one must not be taken back past each
 * other: whoever takes back the older one would undo the newer too. Places in a list are left out: they settle by themselves.
 */
export function touches(edits: readonly Edit[]): readonly string[] {
  return [...new Set(edits.flatMap(touched))];
}

function touched(edit: Edit): readonly string[] {
  switch (edit.edit) {
    case 'settings': return Object.keys(edit.changes).map((name) => `settings ${name}`);
    case 'add-section': return [`section ${edit.section.key}`, `in ${edit.section.key}`, ...edit.section.questions.map(({ key }) => `question ${key}`)];
    case 'remove-section': return [`section ${edit.key}`, `in ${edit.key}`];
    case 'change-section': return [`section ${edit.key}`];
    case 'move-section': return [`place of ${edit.key}`];
    case 'add-question': return [`question ${edit.question.key}`, `in ${edit.section}`];
    case 'change-question': return [`question ${edit.question.key}`];
    case 'move-question': return [`place of ${edit.key}`, `in ${edit.section}`];
    case 'remove-question': return [`question ${edit.key}`];
  }
}
