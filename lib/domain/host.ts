/** An exact host (`arxiv.org`) or a dot-suffix that stands for every host below it (`.arxiv.org`). */
export type HostPattern = string;

/** Whether a host is meant by a pattern. Never by substring: `x.com` must not match `netflix.com`. */
export function hostMatches(host: string, pattern: HostPattern): boolean {
  return pattern.startsWith('.') ? host.endsWith(pattern) : host === pattern;
}

/** The match patterns of a manifest for these hosts. */
export function matchPatterns(hosts: readonly HostPattern[]): string[] {
  return hosts.map((host) => (host.startsWith('.') ? `https://*${host}/*` : `https://${host}/*`));
}
