/**
 * The hash of one event of the trail, as SQL: SHA-256 over the hash before it and a text that says everything of the event in
 * one fixed way. Migration 0006 writes with it and verification reads with it, so it can never change: an event of a
 * new form would need a new column that says so. `event` is how the row is called there.
 */
export const canonicalEvent = (event: string): string => `sha256(${event}.previous_hash || convert_to(jsonb_build_array(
  ${event}.partnership_id, ${event}.seq, (extract(epoch from ${event}.at) * 1000000)::bigint, ${event}.person_id,
  encode(coalesce(${event}.actor_digest, sha256(${event}.actor_salt || convert_to(${event}.actor_label, 'UTF8'))), 'hex'),
  ${event}.session_id, ${event}.action, ${event}.route, ${event}.thing_kind, ${event}.thing_id, ${event}.organisation_id,
  ${event}.outcome, ${event}.detail)::text, 'UTF8'))`;
