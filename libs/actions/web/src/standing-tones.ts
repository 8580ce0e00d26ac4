import type { ActionView } from '@attest/shared/client';

/** How each standing is drawn: what presses stands out, what is done recedes. */
export const toneOf = {
  'overdue': 'problem', 'unplanned': 'attention', 'due-soon': 'open', 'on-track': 'plain', 'claimed': 'done', 'verified': 'quiet', 'dropped': 'quiet',
} as const satisfies Record<ActionView['standing'], string>;
