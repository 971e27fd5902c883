/** A browser that is led from page to page, and keeps the cookies of one server. */
export class Wanderer {
  readonly cookies = new Map<string, string>();

  /** @returns where the answer leads, with what it is made of */
  async visit(url: string, init: RequestInit = {}): Promise<{ status: number; location: string }> {
    const headers = { ...init.headers, cookie: this.cookie };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    await answer.text();
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return { status: answer.status, location: answer.headers.get('location') ?? '' };
  }

  /** Follows until it would leave for another place. @returns that address */
  async follow(url: string): Promise<string> {
    const { origin } = new URL(url);
    let next = url;
    while (new URL(next).origin === origin) {
      const { location, status } = await this.visit(next);
      if (!location) {
        throw new Error(`${next} was answered with ${status}`);
      }
      next = new URL(location, next).href;
    }
    return next;
  }

  get cookie(): string {
    return [...this.cookies]
      .filter(([, value]) => value)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
  }
}
