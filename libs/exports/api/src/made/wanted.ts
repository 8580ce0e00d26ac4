import { mayChoose } from '@attest/domain/disclosure';
import { exportProblems } from '@attest/domain/exports';
import type { Caller } from '@attest/domain/access';
import type { InsightService } from '@attest/insight/api';
import { Refused } from '@attest/shared/api';
import type { ExportChoices } from './made-exports.dto';

/** What was chosen and nothing else, whatever it came with. */
export const choicesIn = ({ preset, audience, contents, layer, format, ownTemplate = false, filters: { areaId, phase, sector, type, organisationIds } }: ExportChoices): ExportChoices =>
  ({ preset, audience, contents: [...contents], layer, format, ownTemplate, filters: { areaId, phase, sector, type, organisationIds } });

/** Asked when it is ordered, and again when it is made: roles may have changed in between. */
export function refuseWrong(caller: Caller, wanted: ExportChoices): void {
  const faults = [
    ...(mayChoose(caller, wanted.audience) ? [] : [{ where: 'audience', detail: 'You may not see what this audience sees.' }]),
    ...exportProblems({ ...wanted, narrowed: Object.values(wanted.filters).some(Boolean), named: wanted.filters.organisationIds?.length }),
  ];
  if (faults.length > 0) throw new Refused('invalid-request', 'That file cannot be made.', { faults });
}

/** A file about nobody, or about somebody whom the round does not know, is a mistake of whoever asked. */
export async function refuseNobody(insight: InsightService, { roundId, filters }: Pick<ExportChoices, 'filters'> & { readonly roundId: string }): Promise<void> {
  const { fitting, strangers } = await insight.fitting(roundId, filters);
  const detail = strangers > 0 ? 'Some of the organisations chosen are not in this round. Choose them again.' : fitting === 0 ? 'No organisation of this round is left. Choose more of them.' : null;
  if (detail) throw new Refused('invalid-request', 'That file cannot be made.', { faults: [{ where: 'organisations', detail }] });
}
