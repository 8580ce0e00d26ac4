import type { NextFunction, Request, Response } from 'express';
import { Refused } from './refused';

/** Nothing that is asked for here nests half as deep; whoever walks a thousand lists within lists runs out of stack. */
const DEEPEST = 20;

/** What every object has of itself: a property called so would be left out silently on the way, or take the place of that. */
const reserved = ['__proto__', 'constructor', 'prototype'];

/** Stands right behind the parser of JSON. */
export function refuseDeeplyNested({ body }: Request, _response: Response, next: NextFunction): void {
  if (nestsDeeper(body, DEEPEST)) return next(new Refused('malformed-body', `What was sent nests lists or objects more than ${DEEPEST} deep. Send it flatter.`));
  const name = reserved.find((one) => holds(body, one));
  next(name && new Refused('malformed-body', `What was sent has a property called "${name}". Call it something else.`));
}

function nestsDeeper(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((part) => nestsDeeper(part, levels - 1));
}

function holds(value: unknown, name: string): boolean {
  if (value === null || typeof value !== 'object') return false;
  return Object.hasOwn(value, name) || Object.values(value).some((part) => holds(part, name));
}
