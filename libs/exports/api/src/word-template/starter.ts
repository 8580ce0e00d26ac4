import { inBraces } from '@attest/domain/exports';
import type { Paper } from '@attest/shared/api';

/** Made as every paper is, so that it has the styles of them all. */
export const starterPaper: Paper = {
  title: inBraces('title'), caption: inBraces('partnership'), language: 'en-GB', foot: `${inBraces('partnership')}, ${inBraces('date')}`,
  blocks: [{ kind: 'text', line: inBraces('date') }, { kind: 'text', line: inBraces('body') }],
};
