import { count, date, needed, text, unreadable, Unreadable, type Row, type RowProblem } from './cells';
import type { Establishment, Head, Status, Trust } from './establishment';
import { phaseOf } from './phase';
import { featuresOf } from './school-features';
import { plain } from './wording';

/** By name: the codes of the two "proposed" statuses have not been the same everywhere. */
const statuses = new Map<string, Status>(Object.entries({
  'open': 'open',
  'closed': 'closed',
  'open but proposed to close': 'proposed-to-close',
  'proposed to open': 'proposed-to-open',
}));

/** One row of the register, by column name. A row that cannot be read says which column is at fault: `'column' in result`. */
export function establishmentFrom(record: Row): Establishment | RowProblem {
  try {
    return read(record);
  } catch (refusal) {
    if (refusal instanceof Unreadable) return refusal.problem;
    throw refusal;
  }
}

function read(row: Row): Establishment {
  const urn = needed(row, 'URN', 'URN', /^\d{6}$/, 'be six digits');
  const name = needed(row, 'EstablishmentName', 'The name');
  const laCode = needed(row, 'LA (code)', 'The local authority code', /^\d{3}$/, 'be three digits');
  const type = needed(row, 'TypeOfEstablishment (name)', 'The type of establishment');
  const typeGroup = text(row, 'EstablishmentTypeGroup (name)') ?? '';
  const [lowAge, highAge] = [count(row, 'StatutoryLowAge'), count(row, 'StatutoryHighAge')];
  const trust = trustIn(row);
  const phase = phaseOf({ type, phaseOfEducation: row['PhaseOfEducation (name)'] ?? '', lowAge, highAge });
  return {
    urn, name, laCode, type, typeGroup, lowAge, highAge, trust, phase,
    laName: text(row, 'LA (name)') ?? '',
    establishmentNumber: text(row, 'EstablishmentNumber'),
    status: statusIn(row),
    features: featuresOf({
      type, typeGroup, phase, lowAge,
      inTrust: trust !== null,
      nurseryProvision: row['NurseryProvision (name)'] ?? '',
      sixthForm: row['OfficialSixthForm (name)'] ?? '',
      boarders: row['Boarders (name)'] ?? '',
    }),
    openedOn: date(row, 'OpenDate'),
    closedOn: date(row, 'CloseDate'),
    pupils: count(row, 'NumberOfPupils'),
    capacity: count(row, 'SchoolCapacity'),
    federation: text(row, 'Federations (name)'),
    postcode: text(row, 'Postcode')?.toUpperCase() ?? null,
    telephone: text(row, 'TelephoneNum'),
    website: text(row, 'SchoolWebsite'),
    head: headIn(row),
    openedBecause: text(row, 'ReasonEstablishmentOpened (name)'),
    closedBecause: text(row, 'ReasonEstablishmentClosed (name)'),
  };
}

function statusIn(row: Row): Status {
  const column = 'EstablishmentStatus (name)';
  const found = row[column]?.trim() ?? '';
  const status = statuses.get(plain(found));
  if (status) return status;
  throw unreadable(column, 'The status must be Open, Closed, Open, but proposed to close, or Proposed to open', found);
}

/** A trust without a code cannot be told from its namesakes. */
function trustIn(row: Row): Trust | null {
  const [code, name] = [text(row, 'Trusts (code)'), text(row, 'Trusts (name)')];
  return code !== null && name !== null ? { code, name } : null;
}

function headIn(row: Row): Head | null {
  const head = {
    title: text(row, 'HeadTitle (name)'),
    firstName: text(row, 'HeadFirstName'),
    lastName: text(row, 'HeadLastName'),
    jobTitle: text(row, 'HeadPreferredJobTitle'),
  };
  return head.firstName === null && head.lastName === null ? null : head;
}
