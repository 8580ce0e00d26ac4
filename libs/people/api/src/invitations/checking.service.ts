import { Injectable } from '@nestjs/common';
import { mayGive, roleWords } from '@attest/domain/access';
import { pastedRows, problemsOf, resolveRow, sameAddress, type Placed, type RawRow, type RowFault } from '@attest/domain/invitations';
import { Clock, Database, Refused, writeWorkbook, type SignedInCaller } from '@attest/shared/api';
import { readPeopleFile, type PeopleFile } from './people-file';
import type { CheckView, CheckedRow } from './invitations.dto';
import { InvitationsQueries, type PlaceRow } from './invitations.queries';

const MOST_ROWS = 2000;

/** What a list would send, row by row. Nothing is sent before somebody has seen it and confirms. */
@Injectable()
export class CheckingService {
  constructor(
    private readonly database: Database,
    private readonly queries: InvitationsQueries,
    private readonly clock: Clock,
  ) {}

  checkText(text: string): Promise<CheckView> {
    return this.check(pastedRows(text));
  }

  /** The file is read outside the transaction. */
  async checkFile(caller: SignedInCaller, file: PeopleFile | undefined): Promise<CheckView> {
    const rows = await readPeopleFile(file);
    return this.database.transaction(caller, 'read', () => this.check(rows));
  }

  /** Every organisation that takes part, with its URN: whoever fills it in types names and addresses only. */
  async template(): Promise<Uint8Array> {
    const places = (await this.queries.places()).filter(({ takesPart }) => takesPart);
    const roles = ['lead', 'contributor', 'approver', 'viewer', 'trust-lead', 'business-unit', 'qp-member', 'executive', 'scrutineer'] as const;
    return writeWorkbook('People to invite', this.clock.now(), [
      { name: 'People', header: ['Name', 'E-mail address', 'Organisation or URN', 'Role', 'For your information'], widths: [28, 34, 44, 18, 44],
        rows: places.map(({ name, urn }) => ['', '', urn ?? name, 'lead', name]) },
      { name: 'How to', widths: [100], rows: [
        ['How to fill this in'],
        ['Enter a name and an e-mail address beside each organisation. Rows without either are left alone.'],
        ['For a second person of an organisation, add a row with the same URN.'],
        [`Roles: ${roles.map((role) => roleWords[role].toLowerCase()).join(', ')}.`],
        ['For a trust lead, enter the name of the trust; for a role in the partnership, leave the organisation empty.'],
      ] },
    ]);
  }

  private async check(rows: readonly RawRow[]): Promise<CheckView> {
    if (rows.length === 0) throw new Refused('invitations-not-accepted', 'There is nobody on this list. Enter one person a line: name, e-mail address, organisation or URN, role.', { faults: [] });
    if (rows.length > MOST_ROWS) throw new Refused('invitations-not-accepted', `This list has ${rows.length} people. Send up to ${MOST_ROWS} at a time.`, { faults: [] });
    const organisations = await this.queries.places();
    const trusts = [...new Set(organisations.flatMap(({ trust, takesPart }) => (trust && takesPart ? [trust] : [])))];
    const resolved = rows.map((raw) => ({ raw, ...resolveRow(raw, { organisations, trusts }) }));
    const faults = await this.faultsOf(resolved.flatMap(({ placed }) => placed ?? []));
    const byId = new Map(organisations.map((each) => [each.id, each]));
    const checked = resolved.map(({ raw, placed, faults: own }) => checkedRow(raw, placed, [...own, ...faults.filter(({ row }) => row === raw.row)], byId));
    const ready = checked.filter(({ invitation }) => invitation).length;
    return { rows: checked, ready, wrong: checked.length - ready };
  }

  private async faultsOf(placed: readonly Placed[]): Promise<RowFault[]> {
    const { caller } = this.database;
    const addresses = placed.map(({ email }) => sameAddress(email));
    const notTheirs = placed.filter(({ role, organisationId }) =>
      !mayGive(caller, role, { partnershipId: caller.partnershipId, ...(organisationId !== null && { organisationId }) }));
    return [
      ...notTheirs.map(({ row }): RowFault => ({ row, column: 'role', detail: 'This role is not yours to give there.' })),
      ...problemsOf(placed, await this.queries.held(addresses), await this.queries.waiting(addresses)),
    ];
  }
}

function checkedRow(raw: RawRow, placed: Placed | null, faults: readonly RowFault[], organisations: ReadonlyMap<string, PlaceRow>): CheckedRow {
  const { row, name, email, organisation, role } = raw;
  const found = placed?.organisationId ? organisations.get(placed.organisationId)?.name : placed?.trust;
  const { row: _, ...invitation } = placed ?? { row };
  return {
    row, name, email, place: found ?? organisation, role,
    invitation: placed && faults.length === 0 ? invitation as CheckedRow['invitation'] : null,
    problems: faults.map(({ column, detail }) => ({ column, detail })),
  };
}
