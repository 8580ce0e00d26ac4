/** Why somebody stays, and what to do first. */
export const keptBecause = {
  'last-lead': 'An organisation always has a lead: hand over, or have the next lead invited, before this one goes.',
  'last-business-unit': 'A partnership always has somebody in its business unit: invite the next person before this one goes.',
} as const;
