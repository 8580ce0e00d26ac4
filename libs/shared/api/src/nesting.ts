import type { NextFunction, Request, Response } from 'express';
import { Refused } from './refused';

/** Nothing that is asked for here nests half as deep; whoever walks a thousand lists within lists runs out of stack. */
const DEEPEST = 20;

/** Stands right behind the parser of JSON. */
export function refuseDeeplyNested({ body }: Request, _response: Response, next: NextFunction): void {
  next(nestsDeeper(body, DEEPEST) ? new Refused('malformed-body', `What was sent nests lists or objects more than ${DEEPEST} deep. Send it flatter.`) : undefined);
}

function nestsDeeper(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((part) => nestsDeeper(part, levels - 1));
}
