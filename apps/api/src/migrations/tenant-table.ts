/**
 * What every tenant table gets: row-level security that nobody escapes, and one permissive policy that ties the row
 * to the caller's partnership. The sub-select makes PostgreSQL work the function out once a statement, not once a row.
 */
export function tenantTable(table: string, grants: string): string {
  return `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy tenant on app.${table} to attest_app
      using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()));
    grant ${grants} on app.${table} to attest_app;
  `;
}

/**
 * And, where a row belongs to one organisation, a second policy that both must let through. To read, a list is
 * looked into that is empty for whoever sees the whole partnership, and those are asked once a statement and not once a row:
 * looking each of 22,000 ratings up in a list of 1,500 organisations took four fifths of the time of a heatmap. The list
 * comes first, because whoever is on it need not be asked anything more, and that is everybody who saves an answer. To write, the organisation must always be one's own: an academy
 * reads what it wrote as another school, and leaves it as it is.
 */
export function organisationRows(table: string): string {
  return `
    create policy organisation on app.${table} as restrictive to attest_app
      using (organisation_id = any((select app.listed_organisations())::uuid[]) or (select app.sees_whole_partnership()))
      with check (organisation_id = any((select app.own_organisations())::uuid[]));
  `;
}

const BY_BUSINESS_UNIT = "(select app.holds_role('business-unit'))";

/** And, where only the business unit writes: to see a row is not to be allowed to change it. */
export function writtenByBusinessUnit(table: string): string {
  return `
    ${addedByBusinessUnit(table)}
    create policy business_unit_update on app.${table} as restrictive for update to attest_app using (${BY_BUSINESS_UNIT});
  `;
}

/** Where others change what the business unit has put there. */
export function addedByBusinessUnit(table: string): string {
  return `create policy business_unit on app.${table} as restrictive for insert to attest_app with check (${BY_BUSINESS_UNIT});`;
}
