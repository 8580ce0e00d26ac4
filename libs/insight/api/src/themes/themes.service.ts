import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock, Database, Refused, notFound } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { RoundReader } from '../round-reader';
import type { AnswerThemes, ChangedTheme, MarkedPractice, NewTheme, PracticeView, QuestionMarks, ThemeView } from './themes.dto';
import {
  ADD_THEME, ANSWERED, CHANGE_THEME, DROP_THEMES, GIVE_THEMES, MARKS, MARK_PRACTICE, PRACTICES, THEMES, UNMARK_PRACTICE,
  type AnswerRow, type MarkedRow, type PracticeRow, type ThemeRow,
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
      answers: rows.map(({ submission_id, themes, why, state }) => ({ submissionId: submission_id, themes: [...themes], practice: why === null || state === null ? null : { why, state } })),
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

  async markPractice(submissionId: string, questionId: string, { why, state }: MarkedPractice): Promise<void> {
    const { organisation_id } = await this.answer(submissionId, questionId);
    if (why.trim().length < 3) throw new Refused('invalid-request', 'Say why it is good practice. Nothing was changed.', { faults: [{ where: 'why', detail: 'Say why it is good practice, in a few words.' }] });
    const { caller } = this.database;
    await this.database.query(MARK_PRACTICE, [caller.partnershipId, submissionId, questionId, organisation_id, why.trim(), state, caller.personId, caller.name, this.clock.now()]);
  }

  async unmarkPractice(submissionId: string, questionId: string): Promise<void> {
    await this.answer(submissionId, questionId);
    await this.database.query(UNMARK_PRACTICE, [submissionId, questionId]);
  }

  async practices(): Promise<PracticeView[]> {
    const found: PracticeView[] = [];
    for (const row of await this.database.query<PracticeRow>(PRACTICES)) {
      const { template, questionKeys } = await this.templates.pinned(row.template_version_id);
      const key = questionKeys.get(row.question_id);
      const section = template.sections.find(({ questions }) => questions.some((question) => question.key === key));
      const question = section?.questions.find((one) => one.key === key);
      found.push({
        round: { id: row.round_id, name: row.round_name }, submissionId: row.submission_id, questionId: row.question_id, organisation: row.organisation_name,
        standard: section ? `${section.ref} ${section.title}` : '', question: question ? `${question.ref} ${question.title}` : '',
        why: row.why, note: row.note, state: row.state, themes: [...row.themes], by: row.by_name, at: row.at.toISOString(),
      });
    }
    return found;
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
