import { Injectable, type StreamableFile } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { may } from '@attest/domain/access';
import { findingsIn, findingsRules, rules, type Finding } from '@attest/domain/findings';
import type { Template } from '@attest/domain/questionnaire';
import { Clock, Database, Papers, Refused, notFound, type PaperType, type SignedInCaller } from '@attest/shared/api';
import { standardsOf } from '../heatmap/heatmap';
import { questionColumns } from '../heatmap/question-places';
import { RoundReader, isComparable, type Round } from '../round-reader';
import { factsOf } from './facts';
import { findingsPaper } from './findings-paper';
import type { ChangedFinding, FindingPlace, FindingsOrder, FindingsView, NewFinding, OwnFinding } from './findings.dto';
import {
  ACTIONS, ADD_FINDING, CARRIED, CHANGE_FINDING, FINDING, FINDINGS, ORDER_FINDINGS, REMOVE_FINDING,
  type ActionsRow, type CarriedRow, type FindingRow,
} from './findings.queries';

/** What a list of rules finds in a round, and what people write beside it. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly database: Database,
    private readonly reader: RoundReader,
    private readonly papers: Papers,
    private readonly clock: Clock,
  ) {}

  async findings(roundId: string): Promise<FindingsView> {
    const round = await this.reader.round(roundId);
    const { template } = round.edition;
    const own = await this.database.query<FindingRow>(FINDINGS, [roundId]);
    const last = round.last && isComparable(template, round.last.edition.template) ? { id: round.last.id, name: round.last.name } : null;
    return {
      round: { id: round.id, name: round.name }, lastRound: last, provisional: round.provisional,
      rules: findingsRules, ruleList: rules.map(({ key, name, looksFor }) => ({ key, name, looksFor })),
      found: (await this.found(round)).map((finding) => ({ ...finding, place: placeView(finding.place) })),
      own: own.map((row) => this.ownView(row, round)),
      standards: standardsOf(template).map(({ key, ref, title }) => ({ key, title: `${ref} ${title}` })),
      moves: this.mayWrite() ? ['write'] : [],
    };
  }

  async add(roundId: string, { words, standardKey, questionId }: NewFinding): Promise<OwnFinding> {
    const round = await this.reader.round(roundId);
    if (standardKey !== null && !round.edition.template.sections.some(({ key }) => key === standardKey)) throw notFound();
    if (questionId !== null && !round.edition.questionKeys.has(questionId)) throw notFound();
    const { caller } = this.database;
    const id = uuid();
    await this.database.query(ADD_FINDING, [caller.partnershipId, id, roundId, wordsIn(words), standardKey, questionId, caller.personId, caller.name, this.clock.now()]);
    return this.one(id);
  }

  async change(id: string, { words }: ChangedFinding): Promise<OwnFinding> {
    const { caller } = this.database;
    const changed = await this.database.one(CHANGE_FINDING, [id, wordsIn(words), caller.personId, caller.name, this.clock.now()]);
    if (!changed) throw notFound();
    return this.one(id);
  }

  async remove(id: string): Promise<void> {
    if (!(await this.database.one(REMOVE_FINDING, [id]))) throw notFound();
  }

  /** All of them, so that nobody moves what they have not seen. */
  async order(roundId: string, { ids }: FindingsOrder): Promise<void> {
    await this.reader.round(roundId);
    const known = (await this.database.query<FindingRow>(FINDINGS, [roundId])).map(({ id }) => id);
    if (known.length !== ids.length || known.some((id) => !ids.includes(id))) throw new Refused('changed-meanwhile', 'Findings were added or removed meanwhile. Reload the page to see them.');
    await this.database.query(ORDER_FINDINGS, [roundId, ids]);
  }

  /** Read in a short transaction, and set after it. */
  async paper(caller: SignedInCaller, roundId: string, type: PaperType): Promise<StreamableFile> {
    const { view, round } = await this.database.transaction(caller, 'read', async () => ({ view: await this.findings(roundId), round: await this.reader.round(roundId) }));
    return this.papers.file(findingsPaper(view, round.partnershipName), type, `${round.reference}_findings`);
  }

  private async found(round: Round): Promise<Finding[]> {
    const { template } = round.edition;
    const rows = await this.reader.inShort(round.id, {});
    const figures = { ...await this.reader.standingsOf(template, rows), last: await this.reader.last(round, {}) };
    const columns = questionColumns(template);
    const places = (await this.reader.placesOf(round.edition, rows, columns)).flatMap((one) => one ?? []);
    const carried = await this.database.one<CarriedRow>(CARRIED, [round.id]);
    const actions = await this.database.one<ActionsRow>(ACTIONS, [round.id, this.clock.today()]);
    return findingsIn({ ...factsOf(round, figures, columns, places), carried: carried!, actions: actions! });
  }

  private async one(id: string): Promise<OwnFinding> {
    const row = await this.database.one<FindingRow>(FINDING, [id]);
    if (!row) throw notFound();
    return this.ownView(row, await this.reader.round(row.round_id));
  }

  private ownView(row: FindingRow, { edition: { template, questionKeys } }: Round): OwnFinding {
    const { id, words, standard_key, question_id, by_name, at } = row;
    return {
      id, words, by: by_name, at: at.toISOString(), moves: this.mayWrite() ? ['change', 'remove'] : [],
      about: aboutIn(template, standard_key, question_id === null ? null : questionKeys.get(question_id) ?? null),
      place: question_id === null ? { kind: standard_key === null ? 'round' : 'standard', key: standard_key } : { kind: 'question', key: question_id },
    };
  }

  private mayWrite(): boolean {
    const { caller } = this.database;
    return may(caller, 'insight.write', { partnershipId: caller.partnershipId });
  }
}

function aboutIn({ sections }: Template, standardKey: string | null, questionKey: string | null): string | null {
  const named = sections.flatMap((section) => section.questions).find(({ key }) => key === questionKey) ?? sections.find(({ key }) => key === standardKey);
  return named ? `${named.ref} ${named.title}` : null;
}

/** Spaces are no words. */
function wordsIn(words: string): string {
  const said = words.trim();
  if (said.length < 3) throw new Refused('invalid-request', 'Say what was found. Nothing was changed.', { faults: [{ where: 'words', detail: 'Say what was found, in a few words.' }] });
  return said;
}

function placeView(place: Finding['place']): FindingPlace {
  return { kind: place.kind, key: place.kind === 'standard' ? place.key : place.kind === 'question' ? place.id : null };
}
