import type { QuestionView } from '@attest/shared/client';

/** Pieces that count: not those in which malware was found. */
export const soundPieces = ({ shown }: Pick<QuestionView, 'shown'>): number => shown.filter(({ revision }) => revision.scan !== 'infected').length;

/** Whether evidence is asked for here, or welcome: beside ratings, and wherever the template says so. */
export function takesEvidence({ type, evidenceRule, shown }: Pick<QuestionView, 'type' | 'evidenceRule' | 'shown'>): boolean {
  if (shown.length > 0 || type === 'evidence' || evidenceRule === 'required' || evidenceRule === 'if-met') return true;
  return type === 'level' && evidenceRule === 'optional';
}
