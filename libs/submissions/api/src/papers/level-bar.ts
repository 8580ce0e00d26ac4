import { levelInks, type Block } from '@attest/shared/api';
import type { ReceiptView } from '../receipt.dto';

const [WIDE, HIGH, SMALLEST] = [600, 44, 22];

/** How many rated questions stand at each level, as one bar. The words beside it say the same. */
export function levelBar({ scale, levels }: Pick<ReceiptView, 'scale' | 'levels'>): Block[] {
  const shown = scale.map((level) => ({ ...level, count: levels[level.key] ?? 0 })).filter(({ count }) => count > 0);
  const all = shown.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return [];
  let from = 0;
  const parts = shown.map(({ letter, colour, count }) => {
    const width = (WIDE * count) / all;
    const { fill, on, line } = levelInks[colour];
    const label = width < SMALLEST ? '' : `<text x="${from + width / 2}" y="28" text-anchor="middle" font-family="Atkinson Hyperlegible Next" font-size="18" font-weight="700" fill="#${on}">${escaped(letter)} ${width < SMALLEST * 3 ? '' : count}</text>`;
    const part = `<rect x="${from + 1}" y="1" width="${Math.max(width - 2, 1)}" height="${HIGH - 2}" fill="#${fill}" stroke="#${line}" stroke-width="1.5"/>${label}`;
    from += width;
    return part;
  });
  const alt = `Of ${all} rated questions ${shown.map(({ word, count }) => `${count} ${word}`).join(', ')}.`;
  return [{ kind: 'figure', svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${HIGH}">${parts.join('')}</svg>`, alt, width: 100 }, { kind: 'text', as: 'note', line: alt }];
}

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
