import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Ends every run with one line that says how it went. */
export default class SummaryReporter implements Reporter {
  private passed = 0;
  private failed = 0;

  onTestEnd(test: TestCase, { status }: TestResult): void {
    if (status === test.expectedStatus) {
      this.passed += 1;
    } else {
      this.failed += 1;
    }
  }

  onEnd({ status }: FullResult): void {
    // A run may fail without a test that does, for instance when the server does not start.
    const failed = status === 'passed' ? this.failed : Math.max(this.failed, 1);
    process.stdout.write(`${this.passed} passed, ${failed} failed\n`);
  }
}
