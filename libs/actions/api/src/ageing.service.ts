import { Injectable } from '@nestjs/common';
import { ageingOf, standingOf, standings } from '@attest/domain/actions';
import { byName } from '@attest/domain/rollup';
import { Clock } from '@attest/shared/api';
import { areaOf, groupOf, roundOf, standardOf, type ActionGroup, type SeenAction } from './action-groups';
import { ActionsService } from './actions.service';
import type { AgeingFilter, AgeingRow, AgeingView } from './ageing.dto';

/** What has been done about what was promised. */
@Injectable()
export class AgeingService {
  constructor(
    private readonly actions: ActionsService,
    private readonly clock: Clock,
  ) {}

  async read({ roundId }: AgeingFilter): Promise<AgeingView> {
    const all = await this.actions.seen({ returns: 'submitted' });
    const rounds = groupsOf(all, roundOf).map(({ key, label }) => ({ id: key, name: label }));
    const these = all.filter(({ row }) => roundId === undefined || row.round_id === roundId);
    const by = (group: (action: SeenAction) => ActionGroup) => groupsOf(these, group).map((one) => this.row(one, these.filter((action) => group(action).key === one.key)));
    return {
      rounds, round: rounds.find(({ id }) => id === roundId) ?? null,
      total: this.row({ key: '', label: 'All actions' }, these),
      byRound: roundId === undefined ? by(roundOf) : [],
      byArea: by(areaOf), byGroup: by(groupOf),
      byStandard: roundId === undefined ? [] : by(standardOf),
    };
  }

  private row(group: ActionGroup, those: readonly SeenAction[]): AgeingRow {
    const { counts, overdue } = ageingOf(those.map(({ row }) => standingOf({ state: row.state, owner: row.owner, dueOn: row.due_on }, this.clock.today())));
    return {
      ...group, total: those.length,
      counts: standings.map((standing) => ({ standing, count: counts[standing] })),
      overdue: overdue.count, open: overdue.base, percent: overdue.percentage,
    };
  }
}

/** Each once, by name; what has no key comes last. */
function groupsOf(actions: readonly SeenAction[], group: (action: SeenAction) => ActionGroup): ActionGroup[] {
  const groups = new Map(actions.map(group).map((one) => [one.key, one]));
  return [...groups.values()].toSorted((a, b) => Number(a.key === '') - Number(b.key === '') || byName(inOrder(a), inOrder(b)));
}

/** Standard 2 comes before standard 10. */
const inOrder = ({ label }: ActionGroup) => ({ name: label.replace(/\d+/g, (digits) => digits.padStart(6, '0')) });
