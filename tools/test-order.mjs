// The longest files of tests first, so that the last to end are short. Jest takes the size of a file for its length, and is right
// but for those that are a few lines and visit every page or ask every route.
import { createRequire } from 'node:module';

const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');
const visitsEverything = ({ path }) => /\/(pages-of-[^/]+|isolation-of-routes)\.spec\.ts$/.test(path);

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const bySize = super.sort(tests);
    return [...bySize.filter(visitsEverything), ...bySize.filter((test) => !visitsEverything(test))];
  }
}
