import type { HistoryEntry } from '@attest/shared/client';

/** What somebody did, behind their name; or what happened by itself. */
export function deedOf({ kind, before, edition }: HistoryEntry): string {
  switch (kind) {
    case 'saved': return before ? 'changed the answer' : 'answered';
    case 'confirmed': return 'checked it: still true';
    case 'last-round': return 'took the words of last round as a starting point';
    case 'not-taken': return 'wrote this while somebody else did';
    case 'kept-draft': return 'typed this too late to be saved';
    case 'carried': return `The round went over to the questions of ${edition}`;
    case 'carried-back': return `The round came back to the questions of ${edition}`;
  }
}

/** What else one has to know of it. */
export function remarkOf({ kind, now, before }: HistoryEntry): string {
  if (kind === 'not-taken') return 'It is kept here. The answer became what was chosen afterwards.';
  if (kind === 'kept-draft') return 'Only you can see it.';
  const emptied = kind === 'saved' && before && now && !now.level && now.naReason === null && now.said === '' && now.note === '';
  return emptied ? 'Everything was taken out.' : '';
}
