import type { Block, Paper } from '@attest/shared/api';
import type { FindingsView } from './findings.dto';

/** What the list of rules found and what people wrote beside it, on paper. What is not notable is left out. */
export function findingsPaper(view: FindingsView, partnershipName: string): Paper {
  return {
    title: `Findings: ${view.round.name}`, caption: partnershipName, language: 'en-GB', foot: `${partnershipName}. ${view.round.name}, findings`,
    blocks: findingsBlocks(view),
  };
}

/** The same, to stand in a longer paper. */
export function findingsBlocks({ found, own, provisional, rules, lastRound }: FindingsView): Block[] {
  const notable = (tone: string): Block[] => {
    const lines = found.filter((one) => one.tone === tone).map(({ sentence, evidence }) => [`${sentence} `, { quiet: `(${evidence})` }]);
    return lines.length > 0 ? [{ kind: 'heading', depth: 1, text: headings[tone as keyof typeof headings] }, { kind: 'list', lines }] : [];
  };
  const lines = own.map(({ words, about, by }) => [...(about ? [{ strong: `${about}: ` }] : []), words, { quiet: ` ${by}` }]);
  return [
    ...(provisional ? [{ kind: 'text', as: 'note', line: 'The round is still open: these figures are provisional [p].' } as const] : []),
    ...(lines.length > 0 ? [{ kind: 'heading', depth: 1, text: 'What the group found' } as const, { kind: 'list', lines } as const] : []),
    ...notable('concern'), ...notable('better'), ...notable('note'),
    ...(found.every(({ tone }) => tone === 'nothing') ? [{ kind: 'text', line: 'No rule found anything notable.' } as const] : []),
    { kind: 'text', as: 'note', line: `Found by the list of rules ${rules}${lastRound ? `, beside ${lastRound.name}` : ''}. A percentage is given from ten organisations on.` },
  ];
}

const headings = { concern: 'To look into', better: 'Better than last round', note: 'To know' } as const;
