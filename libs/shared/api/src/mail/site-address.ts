import { Inject, Injectable } from '@nestjs/common';

export const SITE_ADDRESS = Symbol('the address people type');

/** Where people find this platform: for the links in messages. */
@Injectable()
export class SiteAddress {
  constructor(@Inject(SITE_ADDRESS) private readonly address: URL) {}

  /** A page of the browser's application, such as `/invitations/…`. */
  link(path: `/${string}`): URL {
    return new URL(path, this.address);
  }

  get host(): string {
    return this.address.hostname;
  }
}
