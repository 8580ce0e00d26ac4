import { Injectable } from '@nestjs/common';
import { FindingsService, ReleaseService, ThemesService } from '@attest/insight/api';
import { scaleOf } from '@attest/domain/questionnaire';
import type { FilledRound } from './round-filler';

/** Names, and by which words of an answer it has one. */
const themes = [
  { name: 'Cover and agency staff', said: /agency staff|new starter/ },
  { name: 'Tested with staff', said: /when asked|unsure whom to tell|tested whether/ },
  { name: 'Children were asked', said: /Children told us|Children helped|talked to staff and children/ },
] as const;

const practices = [
  { said: /sampled ten records/, why: 'Sampling is planned, small and repeated, and the board asks what came of it.', state: 'agreed',
    told: { words: 'One agency reads ten records every quarter, chosen by chance, and its board asks what came of it. It takes half a day and finds what a count of trained staff never would.', named: false } },
  { said: /when asked/, why: 'They test what staff know instead of counting who was trained.', state: 'asked', told: null },
  { said: /board lead visited/, why: 'The board lead goes and looks, and says what was seen.', state: 'marked', told: null },
] as const;

const findings: Readonly<Record<FilledRound['round']['code'], readonly { readonly standard: string | null; readonly words: string }[]>> = {
  'section-175': [
    { standard: 'online-safety', words: 'Online safety has become better every year since the partnership paid for the training of governors. Worth saying in the annual report.' },
    { standard: null, words: 'Schools that did well and schools that did not say the same in their own words: cover staff miss the first briefing. Take it to the head teachers in spring.' },
  ],
  'section-11': [
    { standard: 'escalation', words: 'Escalation is weakest where agencies commission others. Ask the commissioners what their contracts say.' },
    { standard: null, words: 'One housing provider rates itself far above what the panel saw. A visit is arranged.' },
  ],
};

/** What the business unit and the Q&P group did with a closed round, as they would: by the services behind their pages. */
@Injectable()
export class Afterwards {
  constructor(
    private readonly releases: ReleaseService,
    private readonly findings: FindingsService,
    private readonly themes: ThemesService,
  ) {}

  async follow(filled: FilledRound): Promise<void> {
    const { digest } = await this.releases.preview(filled.id, {});
    if (digest !== null) await this.releases.publish(filled.id, { digest });
    for (const { standard, words } of findings[filled.round.code]) await this.findings.add(filled.id, { words, standardKey: standard, questionId: null });
    // written about in the audit, which the group reads most closely
    if (filled.round.code === 'section-11') await this.mark(filled);
  }

  private async mark(filled: FilledRound): Promise<void> {
    const said = answersWithWords(filled);
    for (const { name, said: words } of themes) {
      const theme = await this.themes.add({ name });
      for (const { submissionId, questionId } of said.filter(({ note }, at) => at % 3 === 0 && words.test(note)).slice(0, 12)) {
        const { answers } = await this.themes.marks(filled.id, questionId);
        const before = answers.find((answer) => answer.submissionId === submissionId)?.themes ?? [];
        await this.themes.giveThemes(submissionId, questionId, { themeIds: [...before, theme.id] });
      }
    }
    const marked = new Set<string>();
    for (const { said: words, ...practice } of practices) {
      const found = said.find(({ submissionId, note, isBest }) => isBest && words.test(note) && !marked.has(submissionId));
      if (!found) continue;
      marked.add(found.submissionId);
      await this.themes.markPractice(found.submissionId, found.questionId, practice);
    }
  }
}

function answersWithWords({ returns, version: { template, questions, questionIds } }: FilledRound) {
  const asked = new Map([...questions.values()].map((question) => [question.key, question]));
  return returns.filter(({ outcome }) => outcome.submittedAt).flatMap(({ submissionId, answers }) => Object.entries(answers).flatMap(([key, answer]) => {
    const best = scaleOf(template, asked.get(key)?.scale)?.levels[0];
    return answer?.note ? [{ submissionId, questionId: questionIds.get(key)!, note: answer.note, isBest: best !== undefined && answer.level === best.key }] : [];
  }));
}
