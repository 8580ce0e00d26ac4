import { readFileSync, writeFileSync } from 'node:fs';

const LOOK_EVERY = 50;

/** Megabytes that a program holds, and the processes it started with it. Where the system does not say, 0. */
export function memoryOf(pid) {
  const beside = () => childrenOf(pid).reduce((sum, child) => sum + megabytes(child, 'VmRSS'), 0);
  return {
    /** From now on: what it holds as it is, and the most it and those beside it hold until `over` is called. */
    watch: () => {
      try { writeFileSync(`/proc/${pid}/clear_refs`, '5'); } catch { /* then it is the most since the program began */ }
      const idle = megabytes(pid, 'VmRSS');
      let most = 0;
      const timer = setInterval(() => { most = Math.max(most, beside()); }, LOOK_EVERY);
      return { over: () => { clearInterval(timer); return { idle, peak: megabytes(pid, 'VmHWM'), beside: most }; } };
    },
  };
}

function megabytes(pid, name) {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}
