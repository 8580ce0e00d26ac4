import { ComponentHarness } from '@angular/cdk/testing';

export class FieldHarness extends ComponentHarness {
  static readonly hostSelector = 'att-field';
  private readonly control = this.locatorFor('input, select, textarea');

  async label(): Promise<string> {
    return (await this.locatorFor('label')()).text();
  }

  /** Whether pressing the label reaches the control. */
  async labelLeadsToControl(): Promise<boolean> {
    const [label, control] = [await this.locatorFor('label')(), await this.control()];
    return (await label.getAttribute('for')) === (await control.getAttribute('id'));
  }

  /** Hint and error, as a screen reader reads them with the control. */
  async description(): Promise<string[]> {
    const ids = (await (await this.control()).getAttribute('aria-describedby'))?.split(' ') ?? [];
    return Promise.all(ids.map(async (id) => (await this.locatorFor(`[id="${id}"]`)()).text()));
  }

  async isInvalid(): Promise<boolean> {
    return (await (await this.control()).getAttribute('aria-invalid')) === 'true';
  }
}
