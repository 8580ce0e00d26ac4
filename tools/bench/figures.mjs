/** The value below which `share` of the times lie; times in milliseconds. */
export function percentile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (values) => percentile(values, 0.5);

export const rounded = (value, digits = 2) => Number(value.toFixed(digits));

/** Runs `work(index)` on so many workers for so long; answers how often it was done and how long each took. */
export async function load(workers, milliseconds, work) {
  const times = [];
  const until = performance.now() + milliseconds;
  await Promise.all(Array.from({ length: workers }, async (_, index) => {
    while (performance.now() < until) {
      const started = performance.now();
      await work(index);
      times.push(performance.now() - started);
    }
  }));
  return { rate: times.length / (milliseconds / 1000), times };
}
