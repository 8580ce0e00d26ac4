import { dayInWords, listed, phaseWords } from '../questionnaire';
import type { Detail, RegisterChange } from './differences';
import type { Establishment, Head, Status, Trust } from './establishment';

/**
 * One change as a sentence for the person who decides whether to apply it. It names what was and what will be, so that
 * two changes with the same words are the same change.
 */
export function changeInWords(change: RegisterChange): string {
  const { establishment } = change;
  switch (change.kind) {
    case 'opened': return `Joins the register: ${establishment.type}, phase ${phaseWords[establishment.phase]}${sinceWhen(establishment)}.`;
    case 'closed': return establishment.closedOn === null
      ? 'Closed, on a day the register does not give: it is no longer asked.'
      : `Closed on ${dayInWords(establishment.closedOn)}: it is no longer asked.`;
    case 'converted': return `${change.school.name} (URN ${change.predecessorUrn}) becomes ${establishment.name} (URN ${establishment.urn})`
      + `${from(establishment)}; its history follows.`;
    case 'renamed': return `${change.from} is now called ${change.to}.`;
    case 'reopened': return 'Open again: it is asked from now on.';
    case 'phase-changed': return `Phase from ${phaseWords[change.from]} to ${phaseWords[change.to]}.`;
    case 'details-changed': return capitalised(`${listed(change.details.map((detail) =>
      `${called[detail]} from ${said(detail, change.school)} to ${said(detail, establishment)}`))}.`);
  }
}

const called: Readonly<Record<Detail, string>> = {
  laCode: 'local authority code', laName: 'local authority', establishmentNumber: 'establishment number', type: 'type', typeGroup: 'group of types',
  status: 'status', features: 'features', openedOn: 'opening date', closedOn: 'closing date', lowAge: 'lowest age', highAge: 'highest age',
  pupils: 'pupils', capacity: 'capacity', trust: 'trust', federation: 'federation', postcode: 'postcode', telephone: 'telephone',
  website: 'website', head: 'head',
};

const statusWords: Readonly<Record<Status, string>> = {
  'open': 'open', 'closed': 'closed', 'proposed-to-close': 'open, but proposed to close', 'proposed-to-open': 'proposed to open',
};

function said(detail: Detail, of: Pick<Establishment, Detail>): string {
  const value = of[detail];
  if (value === null || value === '') return 'not given';
  if (detail === 'status') return statusWords[value as Status];
  if (detail === 'trust') return `${(value as Trust).name} (${(value as Trust).code})`;
  if (detail === 'head') return named(value as Head);
  if (detail === 'openedOn' || detail === 'closedOn') return dayInWords(value as string);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : listed(value);
  return String(value);
}

function named({ title, firstName, lastName, jobTitle }: Head): string {
  const name = [title, firstName, lastName].filter((part) => part !== null).join(' ');
  return jobTitle === null ? name : `${name} (${jobTitle})`;
}

const sinceWhen = ({ openedOn }: Establishment) => (openedOn === null ? '' : `, open since ${dayInWords(openedOn)}`);
const from = ({ openedOn }: Establishment) => (openedOn === null ? '' : ` from ${dayInWords(openedOn)}`);
const capitalised = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
