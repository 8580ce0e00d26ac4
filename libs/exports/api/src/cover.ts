import { dayInWords, listed } from '@attest/domain/questionnaire';
import { ruleInWords } from '@attest/domain/scoring';
import type { ChosenOrganisations, RoundSummary } from '@attest/insight/api';
import { symbols } from './symbols';
import type { Sheet } from '@attest/shared/api';

/** For whom a file is made, so that whoever finds it knows whom to ask. */
export interface MadeFor {
  readonly name: string;
  readonly email: string;
}

/** What a reader must know before the first figure, for whom the file is all there is. */
export function coverSheet(whole: RoundSummary, filters: ChosenOrganisations, madeFor: MadeFor, more: readonly (readonly [string, string])[] = []): Sheet {
  const { round, rates, heatmap } = whole;
  const { template } = round.edition;
  return {
    name: 'Cover', widths: [26, 110],
    rows: [
      [`${round.name}: results`],
      ['Partnership', round.partnershipName],
      ['Round', `${round.name}, reference ${round.reference}`],
      ['Questionnaire', `${template.title}, edition ${template.edition}`],
      ['Figures as of', instantInWords(rates.asOf)],
      ['Status', round.provisional ? 'Provisional [p]: the round is still open, so every figure may change.' : 'Final: the round is closed.'],
      ['Organisations asked', `${rates.total.denominator}. Every response rate stands on this number or a part of it. Exempt organisations are not in it.`],
      ['Organisations returned', `${rates.total.submitted} of ${rates.total.denominator}. Levels and words are of these alone, and each percentage of those who answered.`],
      ...more,
      ['Filters', filtersInWords(filters, whole)],
      ['Compared with', comparedWith(whole)],
      ['Moderated ratings', 'Standards are shown as moderated where they have been: A>R is what the organisation said, then the moderated rating. Questions and answers are what organisations said.'],
      ...heatmap.levels.map(({ letter, word, meaning }, at) => [at === 0 ? 'Levels of a standard' : '', `${letter}: ${word}. ${meaning}`]),
      ...ruleInWords(template).map((sentence, at) => [at === 0 ? 'How results come about' : '', sentence]),
      ...symbols.map(([symbol, meaning], at) => [at === 0 ? 'Symbols' : '', `${symbol} ${meaning}`]),
      ['Safe to open', "Text that a spreadsheet might run as a formula begins with an apostrophe (') that its author did not write."],
      ['Contact', `The business unit of ${round.partnershipName}. This file was made for ${madeFor.name}, ${madeFor.email}.`],
    ],
  };
}

export function filtersInWords({ areaId, phase, sector, type, organisationIds }: ChosenOrganisations, { rates, heatmap, named }: RoundSummary): string {
  const label = (rows: readonly { readonly key: string; readonly label: string }[], key: string) => rows.find((row) => row.key === key)?.label ?? 'none of this round';
  const words = [
    ...(areaId === undefined ? [] : [`Area: ${label(rates.byArea, areaId)}`]),
    ...(phase === undefined ? [] : [`Phase: ${label(rates.byGroup, phase)}`]),
    ...(sector === undefined ? [] : [`Sector: ${label(rates.byGroup, sector)}`]),
    ...(type === undefined ? [] : [`Type: ${type}`]),
    ...(organisationIds === undefined ? [] : [chosenByName(heatmap.total, named)]),
  ];
  return words.length > 0 ? words.join('; ') : 'None: every organisation of the round.';
}

/** The names are all of them, or the first of more. */
function chosenByName(count: number, names: readonly string[]): string {
  return `${count === 1 ? '1 organisation' : `${count} organisations`}, chosen by name${count > names.length ? '' : `: ${listed(names)}`}`;
}

export function comparedWith({ heatmap: { lastRound, comparable } }: RoundSummary): string {
  if (lastRound === null) return 'Nothing: there is no round before this one.';
  return comparable ? lastRound.name : `${lastRound.name}, question by question where the scale is the same. Results of standards cannot be compared: their scale has changed.`;
}

/** By the clocks of England, wherever the program runs. */
export function instantInWords(instant: string): string {
  const [day, time] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant)).split(' ');
  return `${dayInWords(day!)}, ${time}`;
}
