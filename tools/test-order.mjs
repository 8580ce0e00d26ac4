// The longest files of tests first, so that the last to end are short. Jest takes the size of a file for its length, and is right
// but for those that are a line and visit every page.
import { createRequire } from 'node:module';

const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');
const visitsEveryPage = ({ path }) => path.includes('/journeys/pages-of-');

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const bySize = super.sort(tests);
    return [...bySize.filter(visitsEveryPage), ...bySize.filter((test) => !visitsEveryPage(test))];
  }
}
