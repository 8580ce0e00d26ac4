import { ComponentHarness } from '@angular/cdk/testing';

export class ErrorSummaryHarness extends ComponentHarness {
  static readonly hostSelector = 'att-error-summary';

  async errors(): Promise<string[]> {
    return Promise.all((await this.locatorForAll('li')()).map((item) => item.text()));
  }

  async hasFocus(): Promise<boolean> {
    return (await this.locatorForOptional('.summary')())?.isFocused() ?? false;
  }

  async press(index: number): Promise<void> {
    await (await this.locatorForAll('a')())[index]!.click();
  }
}
