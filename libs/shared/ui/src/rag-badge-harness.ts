import { ComponentHarness } from '@angular/cdk/testing';

export class RagBadgeHarness extends ComponentHarness {
  static readonly hostSelector = 'att-rag-badge';

  /** What is written in the shape, for those who see it. */
  async letter(): Promise<string> {
    return (await this.locatorFor('.letter')()).text();
  }

  /** What is said, whether or not it is visible. */
  async word(): Promise<string> {
    return (await this.locatorFor('.word')()).text();
  }

  async wordIsVisible(): Promise<boolean> {
    return !(await (await this.locatorFor('.word')()).hasClass('att-visually-hidden'));
  }

  async hasShapeOf(colour: string): Promise<boolean> {
    return (await this.host()).hasClass(colour);
  }
}
