import type { Server } from 'node:http';
import type { Request, Response } from 'express';
import type pg from 'pg';

/** What is said four times a minute and lasts no longer; what is answered the same whether or not anybody is known, and told where somebody is; what a machine tells us, which stands beside the message; the beginning of what is told at its end; and how a file begins, which reads and changes nothing. */
const ofNobodyKnown = [
  'POST /password-resets', 'POST /password-resets/look', 'POST /invitations/look', 'POST /mail/notify-callback',
  'PUT /submissions/:id/presence', 'POST /session/passkey/options', 'POST /account/identities', 'POST /sign-in/:provider/invitation', 'POST /exports/preview',
];

/** How often each route that changes something was answered with success. */
export function changesAt(server: Server): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  server.on('request', (request: Request, response: Response) => response.on('finish', () => {
    if (['GET', 'HEAD'].includes(request.method) || response.statusCode >= 300 || !request.route) return;
    const route = `${request.method} ${String(request.route.path).replace(/^\/api/, '')}`;
    if (!ofNobodyKnown.includes(route)) changes.set(route, (changes.get(route) ?? 0) + 1);
  }));
  return changes;
}

/** Routes that changed something more often than the trail tells: whatever a spec tries, at its end there are none. */
export async function untold(changes: ReadonlyMap<string, number>, administrator: pg.Client): Promise<string[]> {
  const { rows } = await administrator.query<{ route: string; times: number }>("select route, count(*)::int as times from app.audit_event where outcome = 'done' group by route");
  const told = new Map(rows.map(({ route, times }) => [route, times]));
  return [...changes].filter(([route, times]) => (told.get(route) ?? 0) < times).map(([route, times]) => `${route}: ${times} times, told ${told.get(route) ?? 0} times`);
}
