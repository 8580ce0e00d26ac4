/** A promise that somebody else keeps or breaks: `Promise.withResolvers`, for browsers of before 2024. */
export interface Pledge {
  readonly promise: Promise<void>;
  readonly keep: () => void;
  readonly break: (reason: unknown) => void;
}

export function pledge(): Pledge {
  let [keep, broken]: [() => void, (reason: unknown) => void] = [() => {}, () => {}];
  const promise = new Promise<void>((done, failed) => { [keep, broken] = [done, failed]; });
  return { promise, keep, break: broken };
}
