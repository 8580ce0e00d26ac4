/** Organisations that stand in the same lines, by how many of them said what. */
export interface Cohort {
  /** Numbers of lines; 0 is the line of all. */
  readonly lines: readonly number[];
  /** By place of category. */
  readonly counts: readonly number[];
}

/** One organisation of a cohort that says something else. */
export interface Change {
  readonly cohort: number;
  readonly from: number;
  readonly to: number;
}

export interface Place {
  readonly line: number;
  readonly category: number;
}

/** By line, then by category. */
export type Counts = readonly (readonly number[])[];

export function countsOf(cohorts: readonly Cohort[], lines: number, categories: number): number[][] {
  const counts = Array.from({ length: lines }, () => new Array<number>(categories).fill(0));
  for (const cohort of cohorts) {
    for (const line of cohort.lines) cohort.counts.forEach((count, category) => { counts[line]![category]! += count; });
  }
  return counts;
}

/**
 * What a reader would see of these changes: the numbers that are no longer the same. Two organisations that say each other's things
 * change no line that both stand in.
 */
export function changedBy([first, second]: readonly Change[], cohorts: readonly Cohort[]): Place[] {
  const [mine, theirs] = [cohorts[first!.cohort]!.lines, second ? cohorts[second.cohort]!.lines : []];
  const lines = [...mine.filter((line) => !theirs.includes(line)), ...theirs.filter((line) => !mine.includes(line))];
  return lines.flatMap((line) => [{ line, category: first!.from }, { line, category: first!.to }]);
}
