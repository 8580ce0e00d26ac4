import { blockersToSign, isHandedIn, nextStep, type Signer } from '@attest/domain/lifecycle';
import { signOffOf, type Step, type Template } from '@attest/domain/questionnaire';
import { movement, unchangedRate } from '@attest/domain/measures';
import type { QuestionView, SectionView } from '../submissions.dto';
import type { ReturnRow } from '../submissions.queries';
import type { SignatureRow } from './signing.queries';
import type { NotedQuestion, SignOffStepView, SigningView, TalkedAbout } from './signing.dto';

/** As the domain asks of signatures. */
export const signedIn = (signatures: readonly SignatureRow[]) => signatures.map(({ step, person_id }) => ({ step, personId: person_id }));

/** A return that was handed in has all its signatures, also where they were kept with its text alone. */
export function stepViews(template: Template, { state, signatures }: Pick<ReturnRow, 'state' | 'signatures'>): SignOffStepView[] {
  const steps = signOffOf(template);
  const next = nextStep(steps, signedIn(signatures));
  return steps.map(({ key, who }) => {
    const given = signatures.find(({ step }) => step === key);
    return {
      key, who, state: given || isHandedIn(state) ? 'signed' : key === next?.key ? 'next' : 'later',
      signature: given ? { name: given.person_name, role: given.role, declaration: given.declaration, at: new Date(given.at).toISOString() } : null,
    };
  });
}

/** Whoever has signed and may sign once more is asked whether they are that person too, and not told that it is their turn. */
export const hasSigned = (signatures: readonly SignatureRow[], personId: string) => signatures.some(({ person_id }) => person_id === personId);

/** What somebody who signs wants to look at: the worst, and what moved since last round. */
export function notedIn(sections: readonly SectionView[]): Pick<SigningView, 'reds' | 'ups' | 'downs' | 'unchanged' | 'leftOut'> {
  const questions = sections.flatMap((section) => section.questions);
  const moved = (way: 'up' | 'down') => questions.filter((question) => movementOf(question) === way).map(noted);
  return {
    reds: questions.filter((question) => levelOf(question)?.colour === 'red').map(noted),
    ups: moved('up'), downs: moved('down'), unchanged: unchangedIn(questions),
    leftOut: questions.filter(({ required, answer }) => !required && answer?.toCheck).map(noted),
  };
}

/** In printed order. What was said of a question that is asked no more is settled by that. */
export function talkedAbout(sections: readonly SectionView[], rows: readonly { readonly question_id: string; readonly comments: number }[]): TalkedAbout[] {
  const open = new Map(rows.map((row) => [row.question_id, row.comments]));
  return sections.flatMap(({ questions }) => questions).flatMap(({ id, ref, title }) => (open.has(id) ? [{ questionId: id, ref, title, comments: open.get(id)! }] : []));
}

/** Why this person cannot give the signature; null when they can. */
export function whyNot(next: Step, signatures: readonly SignatureRow[], signer: Signer): string | null {
  const [blocker] = blockersToSign(next, signedIn(signatures), signer);
  if (blocker === 'signed-before') return `You have signed already, and nobody signs twice. The next signature is for: ${next.who}.`;
  return blocker === 'role-missing' ? `This signature is for: ${next.who}. Your role here does not give it.` : null;
}

function levelOf({ levels, answer }: QuestionView) {
  return levels.find(({ key }) => key === answer?.level) ?? null;
}

/** Only where the scales are the same. */
function movementOf(question: QuestionView) {
  const { levels, lastRound } = question;
  const place = (key: string | undefined) => levels.findIndex((level) => level.key === key);
  return lastRound?.comparable ? movement(place(lastRound.level?.key), place(levelOf(question)?.key)) : null;
}

function noted(question: QuestionView): NotedQuestion {
  const { id, ref, title, lastRound } = question;
  return { questionId: id, ref, title, level: levelOf(question), last: lastRound?.comparable ? lastRound.level : null };
}

/** In percent. */
function unchangedIn(questions: readonly QuestionView[]): number | null {
  const both = questions.filter(({ answer, lastRound }) => plain(answer) !== '' && plain(lastRound) !== '');
  return unchangedRate({ unchanged: both.filter(({ answer, lastRound }) => plain(answer) === plain(lastRound)).length, both: both.length }).percentage;
}

const plain = (said: { readonly note: string } | null) => (said?.note ?? '').replace(/\s+/g, ' ').trim();
