import type { Band } from '../../questionnaire';
import { bandOf, percentOf, sumOf } from '../score';
import type { Counted, LeftOut, Named, Next, Rating } from '../rating';
import type { Score } from '../score';

/** From what counts to a rating. `critical` are those of the inputs that the result may not be better than. */
export function weigh(inputs: readonly Counted[], leftOut: readonly LeftOut[], critical: readonly Counted[], bands: readonly Band[]): Rating {
  const score = sumOf(inputs);
  const band = bandOf(score, bands);
  const reached = band === null ? -1 : bands.indexOf(band);
  // Bands stand best first, so a higher place is a worse level.
  const weakest = Math.max(-1, ...critical.map((question) => placeOf(question, bands)));
  const capped = band !== null && weakest > reached;
  const atOrBelow = (place: number) => critical.filter((question) => placeOf(question, bands) >= place).map(named);

  return {
    level: capped ? bands[weakest]!.level : (band?.level ?? null),
    score,
    percent: percentOf(score),
    trace: {
      inputs,
      leftOut,
      band: band === null ? null : { level: band.level, from: band.from },
      cap: capped ? { questions: atOrBelow(weakest), level: bands[weakest]!.level, without: band.level } : null,
      next: capped || reached < 1 ? null : nextAfter(score, bands[reached - 1]!, atOrBelow(reached)),
    },
  };
}

function nextAfter({ won, available }: Score, { level, from }: Band, critical: readonly Named[]): Next {
  return { level, from, pointsShort: Math.ceil((available * from) / 100) - won, critical };
}

/** Alone, a question's weight cancels out. */
function placeOf(question: Score, bands: readonly Band[]): number {
  const band = bandOf(question, bands);
  return band === null ? -1 : bands.indexOf(band);
}

function named({ key, ref }: Named): Named {
  return { key, ref };
}
