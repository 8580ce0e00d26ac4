import type { QuestionView, SubmissionView } from '../submissions.dto';
import { levelOf, movementOf } from './results';

/** What a board looks at first. Nothing in it is judged anew: it is chosen from the answers by the colour and the movement they have. */
export interface ReportPoints {
  /** Red before amber, those that limit their section first, then as printed. */
  readonly toImprove: readonly QuestionView[];
  /** Of them, red. */
  readonly red: readonly QuestionView[];
  readonly better: readonly QuestionView[];
  readonly worse: readonly QuestionView[];
  /** Rated best: those that moved up, then those that limit their section, then statutory ones. */
  readonly strengths: readonly QuestionView[];
}

export function reportPoints({ sections }: Pick<SubmissionView, 'sections'>): ReportPoints {
  const questions = sections.flatMap((section) => section.questions);
  const coloured = (colour: string) => questions.filter((question) => levelOf(question)?.colour === colour);
  const moved = (way: 'up' | 'down') => questions.filter((question) => movementOf(question) === way);
  const limitsFirst = (those: readonly QuestionView[]) => those.toSorted((one, other) => Number(other.critical) - Number(one.critical));
  const [red, better] = [limitsFirst(coloured('red')), moved('up')];
  const best = questions.filter((question) => question.levels.length > 1 && question.answer?.level === question.levels[0]!.key);
  const weight = (question: QuestionView) => Number(better.includes(question)) * 4 + Number(question.critical) * 2 + Number(question.basis === 'statutory');
  return { red, toImprove: [...red, ...limitsFirst(coloured('amber'))], better, worse: moved('down'), strengths: best.toSorted((one, other) => weight(other) - weight(one)) };
}

/** What a board may ask its own people, about this very return. At most six. */
export function questionsToAsk({ red, toImprove, worse, strengths }: ReportPoints): string[] {
  const amber = toImprove.filter((question) => !red.includes(question));
  const named = ({ ref, title }: QuestionView) => `${ref} ${title}`;
  const asked = [
    ...red.slice(0, 2).map((question) => `What will be different about ${named(question)}, by when, and who will see to it?`),
    ...worse.slice(0, 1).map((question) => `Why has ${named(question)} gone down since last time?`),
    ...amber.slice(0, 1).map((question) => `What is still missing for ${named(question)}?`),
    ...strengths.slice(0, 1).map((question) => `How do we know that ${named(question)} is as good as it says? What have we seen ourselves?`),
    'What do children and young people say about this, and what has changed because of it?',
    ...(toImprove.length > 0 ? ['Who has the time and the money to do what this return asks for?'] : ['What could go wrong in the next year that this return does not show?']),
  ];
  return asked.slice(0, 6);
}
