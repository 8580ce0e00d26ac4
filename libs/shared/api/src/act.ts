import type { ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { ACTION, TRACED, UNTOLD, type TracedWhen } from './caller';

/** What a request is about to do, as the trail will say it: known before anything is done, so that no route can forget. */
export interface Act {
  /** The action of the route, or "public" where anybody may. */
  readonly action: string;
  /** Verb and path pattern, such as `POST /rounds/:id/open`. */
  readonly route: string;
  /** What the first identifier of the address names. */
  readonly thing: Thing | null;
  /** What the further identifiers name. */
  readonly detail: Readonly<Record<string, string>>;
  /** What a thing made by this would be called. */
  readonly makes: string;
  /** Whether it is in the trail at all: whatever changes something is, and reading where the route says so. */
  readonly told: 'change' | TracedWhen | null;
  /** Done without a word, though it writes something. */
  readonly untold: boolean;
}

export interface Thing {
  /** Such as `submission`. */
  readonly kind: string;
  readonly id: string;
}

export function actOf(context: ExecutionContext, reflector: Reflector): Act {
  const request = context.switchToHttp().getRequest<Request>();
  const pattern = String(request.route?.path ?? request.path).replace(/^\/api(?=\/)/, '');
  const steps = pattern.split('/').filter(Boolean);
  const names = steps.flatMap((step, at) => (step.startsWith(':') ? [{ kind: kindOf(steps, at), name: step.slice(1) }] : []));
  const [first, ...further] = names.map(({ kind, name }) => ({ kind, name, id: String(request.params[name]) }));
  return {
    action: reflector.get<string>(ACTION, context.getHandler()) ?? 'public',
    route: `${request.method} ${pattern}`,
    thing: first && isUuid(first.id) ? { kind: first.kind, id: first.id } : null,
    detail: Object.fromEntries(further.map(({ kind, id }) => [kind, id.slice(0, 100)])),
    makes: kindOf(steps, steps.length),
    told: reads(request) ? reflector.get<TracedWhen>(TRACED, context.getHandler()) ?? null : 'change',
    untold: reflector.get<boolean>(UNTOLD, context.getHandler()) ?? false,
  };
}

const reads = ({ method }: Request) => method === 'GET' || method === 'HEAD';

/** The last word of the address before that place, for one of them: `submissions` → `submission`, `queries` → `query`. */
function kindOf(steps: readonly string[], before: number): string {
  const words = steps.slice(0, before).filter((step) => !step.startsWith(':'));
  return (words.at(-1) ?? '').replace(/ies$/, 'y').replace(/s$/, '');
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
