// Knows in a journey which test has just failed, so that the stage can tell what its pages looked like.
import { TestEnvironment } from 'jest-environment-node';

export default class JourneyEnvironment extends TestEnvironment {
  handleTestEvent({ name, test }) {
    if (name === 'test_start') this.global.failedTest = null;
    if (name === 'test_fn_failure') this.global.failedTest = test.name;
  }
}
