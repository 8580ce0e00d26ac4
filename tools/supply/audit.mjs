// `npm run audit`: what the registry knows to be wrong with the packages we use. Some registries do not answer that.
import { spawnSync } from 'node:child_process';
import { root } from '../node24.mjs';

const unanswered = { code: 0, sentence: 'Not answered: this registry does not say what is known to be wrong with packages. Ask where the network allows it.' };

export function answerOf(text) {
  const { critical, high, moderate, low } = counted(text) ?? {};
  if (critical === undefined) return unanswered;
  if (critical + high + moderate + low === 0) return { code: 0, sentence: 'The registry knows of nothing wrong with any package.' };
  return { code: critical + high > 0 ? 1 : 0, sentence: `Known: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low. Mend the high ones within seven days (SECURITY.md).` };
}

/** Whatever is no JSON is no answer. */
function counted(text) {
  try {
    return JSON.parse(text).metadata?.vulnerabilities;
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  const { code, sentence } = answerOf(stdout);
  console.log(sentence);
  process.exit(code);
}
