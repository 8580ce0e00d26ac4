interface Asked { readonly id: string; readonly ref: string; readonly title: string }

/** Of a question for which somebody has asked for changes: it stands in the way of submitting until that is resolved. Comments do not. */
export interface RequestedChanges {
  readonly questionId: string;
  readonly ref: string;
  readonly code: 'changes-requested';
  readonly detail: string;
}

/** Those of questions that are still asked, in printed order, each once. */
export function requestedChanges(asked: readonly Asked[], wanted: readonly string[]): readonly RequestedChanges[] {
  return asked.filter(({ id }) => wanted.includes(id))
    .map(({ id, ref, title }) => ({ questionId: id, ref, code: 'changes-requested', detail: `Settle the changes asked for in ${ref} ${title}` }));
}
