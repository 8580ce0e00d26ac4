/** A browser that follows redirects from host to host, with the cookies of each. */
export class Wanderer {
  private readonly jars = new Map<string, Map<string, string>>();

  /** What the API says its address is, and where it listens. */
  constructor(private readonly publicUrl: string, private readonly listening: string) {}

  /** Goes there and on, until something answers that is no redirect, or `until` is reached. */
  async visit(address: string, until: (address: URL) => boolean = () => false): Promise<{ readonly address: URL; readonly status: number }> {
    let next = new URL(address, this.publicUrl);
    for (let hops = 0; hops < 20; hops++) {
      if (until(next)) return { address: next, status: 0 };
      const answer = await this.fetch(next);
      const location = answer.headers.get('location');
      if (!location) return { address: next, status: answer.status };
      next = new URL(location, next);
    }
    throw new Error(`Round in circles at ${next.href}`);
  }

  async fetch(address: URL, init: RequestInit = {}): Promise<Response> {
    const jar = this.jars.get(address.host) ?? new Map<string, string>();
    this.jars.set(address.host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address.href.replace(this.publicUrl, this.listening), { ...init, redirect: 'manual', headers: { ...init.headers, ...(cookie && { cookie }) } });
    for (const set of answer.headers.getSetCookie()) keep(jar, set);
    return answer;
  }

  /** Of the API, by name: to be looked at, stolen and put back. */
  cookies(): Map<string, string> {
    return this.jars.get(new URL(this.publicUrl).host) ?? new Map();
  }

  carry(cookies: ReadonlyMap<string, string>): this {
    this.jars.set(new URL(this.publicUrl).host, new Map(cookies));
    return this;
  }
}

function keep(jar: Map<string, string>, set: string): void {
  const [pair = ''] = set.split(';');
  const at = pair.indexOf('=');
  const gone = /expires=Thu, 01 Jan 1970|max-age=0/i.test(set) || at === pair.length - 1;
  if (gone) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}
