import { questionsOf, sameScale, scaleOf } from '../questionnaire';
import type { Question, Template } from '../questionnaire';
import { ancestorsIn } from './thread';

/** One question of the new version, and what stands at it afterwards. */
export interface Carried {
  /** The key of the question it comes from. */
  readonly from: string;
  readonly to: string;
  /** `kept` as it is; `to-check` kept, and shown as not checked yet, because the words changed. */
  readonly fate: 'kept' | 'to-check';
}

/** Why a version cannot take over the answers of an open round by itself. */
export interface Incompatible {
  /** Printed number in the new version; empty where it is about the whole. */
  readonly ref: string;
  readonly detail: string;
}

export interface Carrying {
  /** `none`: nothing an answer hangs on has changed. */
  readonly class: 'none' | 'compatible' | 'incompatible';
  readonly incompatible: readonly Incompatible[];
  readonly carried: readonly Carried[];
  /** Questions asked for the first time: keys of the new version. */
  readonly added: readonly string[];
  /** Keys of the version before whose answers stay in the history and are shown no more. */
  readonly setAside: readonly string[];
}

/**
 * Whether an open round can go from one version to the other, and what that does. An answer is never deleted and never moved
 * to a question that asks something else: what was split, merged or retired is set aside, and stands beside the new
 * question to be read. A question that takes another kind of answer under the same key makes the step impossible, because
 * the old answer would be read as something nobody said: it needs a key of its own.
 *
 * `between`: the versions that came out after `before` and before `after`, newest first.
 */
export function carryOver(before: Template, after: Template, between: readonly Template[] = []): Carrying {
  const old = new Map(questionsOf(before).map((question) => [question.key, question]));
  const chain = [after, ...between, before];
  const steps = questionsOf(after).map((question) => ({ question, from: ancestorsIn(chain, question.key) }));
  const carried = steps.flatMap(({ question, from: [only, ...more] }): Carried[] =>
    (only && more.length === 0 && (only.kind === 'same' || only.kind === 'reworded') ? [{ from: only.key, to: question.key, fate: only.kind === 'same' ? 'kept' : 'to-check' }] : []));
  const now = new Map(questionsOf(after).map((question) => [question.key, question]));
  const incompatible = [...otherResults(before, after), ...carried.flatMap(({ from, to }) => mismatch(before, old.get(from)!, after, now.get(to)!))];
  const [left, reached] = [new Set(carried.map(({ from }) => from)), new Set(carried.map(({ to }) => to))];
  const added = [...now.keys()].filter((key) => !reached.has(key));
  const setAside = [...old.keys()].filter((key) => !left.has(key));
  const nothing = added.length === 0 && setAside.length === 0 && carried.every(({ fate, from, to }) => fate === 'kept' && from === to);
  return { class: incompatible.length > 0 ? 'incompatible' : nothing ? 'none' : 'compatible', incompatible, carried, added, setAside };
}

/** Some of the round may have been handed in already, and its results stand beside those that are still to come. */
function otherResults(before: Template, after: Template): readonly Incompatible[] {
  if (sameScale(scaleOf(before, before.scoring.resultScale), scaleOf(after, after.scoring.resultScale))) return [];
  return [{ ref: '', detail: 'Results are said on another scale than before, so those of one round could not stand side by side.' }];
}

function mismatch(before: Template, old: Question, after: Template, now: Question): readonly Incompatible[] {
  const say = (detail: string): readonly Incompatible[] => [{ ref: now.ref, detail: `${now.ref} ${now.title} ${detail}` }];
  if (old.type !== now.type) return say('takes another kind of answer than it did: give it a key of its own, so that it counts as a new question.');
  if (now.type === 'level' && !sameScale(scaleOf(before, old.scale), scaleOf(after, now.scale))) return say('is rated on another scale than it was: give it a key of its own, so that it counts as a new question.');
  const lost = (old.choices ?? []).filter(({ key }) => !(now.choices ?? []).some((choice) => choice.key === key));
  if (lost.length > 0) return say(`no longer offers ${lost.map(({ label }) => `"${label}"`).join(', ')}, which somebody may have chosen.`);
  const cells = [...(old.table?.rows ?? []), ...(old.table?.columns ?? [])].filter(({ key }) => ![...(now.table?.rows ?? []), ...(now.table?.columns ?? [])].some((part) => part.key === key));
  if (cells.length > 0) return say(`no longer has ${cells.map(({ label }) => `"${label}"`).join(', ')} in its table.`);
  if (old.naAllowed && !now.naAllowed) return say('can no longer be marked as not applicable, which somebody may have done.');
  if (narrower(old, now)) return say('allows fewer numbers than it did.');
  return [];
}

const narrower = (old: Question, now: Question) =>
  (now.minimum !== undefined && (old.minimum ?? -Infinity) < now.minimum) || (now.maximum !== undefined && (old.maximum ?? Infinity) > now.maximum);
