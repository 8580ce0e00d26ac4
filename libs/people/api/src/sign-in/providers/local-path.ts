const HERE = 'http://here.invalid';

/** Where to go after signing in: a page of ours and nowhere else, whatever the address says. */
export function localPath(wanted: string | undefined): string {
  if (!wanted || wanted.length > 2000 || !URL.canParse(wanted, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, HERE);
  // "/.//elsewhere" is a path that a browser would read as a host
  if (origin !== HERE || pathname.startsWith('//') || pathname.startsWith('/api/')) return '/';
  return pathname + search + hash;
}
