import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock, Database, Refused, notFound } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { RoundReader } from '../round-reader';
import type { AnswerThemes, ChangedTheme, MarkedPractice, NewTheme, PracticeExample, PracticeView, QuestionMarks, ThemeView } from './themes.dto';
import {
  ADD_THEME, ANSWERED, CHANGE_THEME, DROP_THEMES, GIVE_THEMES, HANDED_IN, MARKS, MARK_PRACTICE, PRACTICES, PRACTICE_TOLD, THEMES, UNMARK_PRACTICE,
  type AnswerRow, type MarkedRow, type PracticeRow, type ThemeRow, type ToldRow,
} from './themes.queries';

/** What answers have in common, and those that others could learn from. */
@Injectable()
export class ThemesService {
  constructor(
    private readonly database: Database,
    private readonly reader: RoundReader,
    private readonly templates: TemplatesService,
    private readonly clock: Clock,
  ) {}

  themes(): Promise<ThemeView[]> {
    return this.database.query<ThemeRow & ThemeView>(THEMES);
  }

  async add({ name }: NewTheme): Promise<ThemeView> {
    const id = uuid();
    await this.refuseTwice(name, id);
    await this.database.query(ADD_THEME, [this.database.caller.partnershipId, id, name.trim()]);
    return this.theme(id);
  }

  async change(id: string, { name, retired }: ChangedTheme): Promise<ThemeView> {
    await this.theme(id);
    await this.refuseTwice(name, id);
    await this.database.query(CHANGE_THEME, [id, name.trim(), retired]);
    return this.theme(id);
  }

  async marks(roundId: string, questionId: string): Promise<QuestionMarks> {
    const { edition } = await this.reader.round(roundId);
    if (!edition.questionKeys.has(questionId)) throw notFound();
    const rows = await this.database.query<MarkedRow>(MARKS, [questionId, roundId]);
    return {
      themes: await this.themes(),
      answers: rows.map(({ submission_id, themes, why, state, ...row }) => ({ submissionId: submission_id, themes: [...themes], practice: why === null || state === null ? null : { why, state, told: toldOf(row) } })),
    };
  }

  async giveThemes(submissionId: string, questionId: string, { themeIds }: AnswerThemes): Promise<void> {
    const { organisation_id } = await this.answer(submissionId, questionId);
    const known = (await this.themes()).map(({ id }) => id);
    if (themeIds.some((id) => !known.includes(id))) throw notFound();
    const { caller } = this.database;
    await this.database.query(DROP_THEMES, [submissionId, questionId, themeIds]);
    await this.database.query(GIVE_THEMES, [caller.partnershipId, submissionId, questionId, organisation_id, themeIds, caller.personId, caller.name, this.clock.now()]);
  }

  async markPractice(submissionId: string, questionId: string, { why, state, told = null }: MarkedPractice): Promise<void> {
    const { organisation_id } = await this.answer(submissionId, questionId);
    if (why.trim().length < 3) throw new Refused('invalid-request', 'Say why it is good practice. Nothing was changed.', { faults: [{ where: 'why', detail: 'Say why it is good practice, in a few words.' }] });
    if (told !== null) refuseToTell(told.words, state);
    const { caller } = this.database;
    await this.database.query(MARK_PRACTICE, [caller.partnershipId, submissionId, questionId, organisation_id, why.trim(), state, caller.personId, caller.name, this.clock.now(), told?.words.trim() ?? null, told?.named ?? false]);
  }

  async unmarkPractice(submissionId: string, questionId: string): Promise<void> {
    await this.answer(submissionId, questionId);
    await this.database.query(UNMARK_PRACTICE, [submissionId, questionId]);
  }

  async practices(): Promise<PracticeView[]> {
    const found: PracticeView[] = [];
    for (const row of await this.database.query<PracticeRow>(PRACTICES)) {
      found.push({
        ...await this.placeOf(row),
        round: { id: row.round_id, name: row.round_name }, submissionId: row.submission_id, questionId: row.question_id, organisation: row.organisation_name,
        why: row.why, note: row.note, state: row.state, told: toldOf(row), themes: [...row.themes], by: row.by_name, at: row.at.toISOString(),
      });
    }
    return found;
  }

  /** What those who took part in the round of a return may learn from one another. */
  async examples(submissionId: string): Promise<PracticeExample[]> {
    if (!await this.database.one(HANDED_IN, [submissionId])) throw notFound();
    const found: PracticeExample[] = [];
    for (const row of await this.database.query<ToldRow>(PRACTICE_TOLD, [submissionId])) {
      found.push({ ...await this.placeOf(row), words: row.told, organisation: row.organisation_name, own: row.own });
    }
    return found;
  }

  /** By the edition that was answered. */
  private async placeOf({ template_version_id, question_id }: Pick<PracticeRow, 'template_version_id' | 'question_id'>): Promise<{ readonly standard: string; readonly question: string }> {
    const { template, questionKeys } = await this.templates.pinned(template_version_id);
    const key = questionKeys.get(question_id);
    const section = template.sections.find(({ questions }) => questions.some((question) => question.key === key));
    const question = section?.questions.find((one) => one.key === key);
    return { standard: section ? `${section.ref} ${section.title}` : '', question: question ? `${question.ref} ${question.title}` : '' };
  }

  private async answer(submissionId: string, questionId: string): Promise<AnswerRow> {
    const row = await this.database.one<AnswerRow>(ANSWERED, [submissionId, questionId]);
    if (!row) throw notFound();
    this.database.note({ organisationId: row.organisation_id });
    return row;
  }

  private async theme(id: string): Promise<ThemeView> {
    const found = (await this.themes()).find((one) => one.id === id);
    if (!found) throw notFound();
    return found;
  }

  private async refuseTwice(name: string, id: string): Promise<void> {
    const asked = name.trim().toLowerCase();
    const detail = asked.length < 2 ? 'Give the theme a name.' : `There is a theme called "${name.trim()}" already.`;
    const taken = (await this.themes()).some((theme) => theme.id !== id && theme.name.toLowerCase() === asked);
    if (taken || asked.length < 2) throw new Refused('invalid-request', 'The theme was not saved.', { faults: [{ where: 'name', detail }] });
  }
}

const toldOf = ({ told, named }: { readonly told: string | null; readonly named: boolean | null }) => (told === null ? null : { words: told, named: named ?? false });

/** Whoever it is from has agreed first; and others read words that were written for them, never the answer itself. */
function refuseToTell(words: string, state: MarkedPractice['state']): void {
  const faults = [
    ...(state === 'agreed' ? [] : [{ where: 'state', detail: 'Others may read of it once the organisation has agreed.' }]),
    ...(words.trim().length >= 3 ? [] : [{ where: 'told', detail: 'Write what others may read of it.' }]),
  ];
  if (faults.length > 0) throw new Refused('invalid-request', 'Nothing was changed.', { faults });
}
