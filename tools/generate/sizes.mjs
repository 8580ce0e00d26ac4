/** Schools and rounds of generated partnerships. `name` ends the address of its Q&P member: quality-<name>@generated.attest.example. */
export const partnership = { name: 'one', schools: 150, years: 5 };
export const large = { name: 'large', schools: 1500, years: 2 };

const PARTNERSHIPS = 139;
const SCHOOLS = 24_500;

/** The other partnerships of England, from small to large, with the schools that are left. */
export function others() {
  const count = PARTNERSHIPS - 1;
  // from 40 schools to about 320: as uneven as boroughs and counties are
  const weights = Array.from({ length: count }, (_, at) => 40 + (280 * at) / (count - 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const schools = weights.map((weight) => Math.round((weight / sum) * (SCHOOLS - partnership.schools)));
  schools[count - 1] += SCHOOLS - partnership.schools - schools.reduce((total, one) => total + one, 0);
  return schools.map((one, at) => ({ name: `other-${at + 1}`, schools: one, years: 3 }));
}

/** All schools of England in one round, which no partnership has: whatever is made of a round must not need more memory for it. */
export const national = { name: 'national', schools: SCHOOLS, years: 2 };

export const sizes = {
  partnership: () => [partnership],
  large: () => [partnership, large],
  country: () => [partnership, ...others()],
  national: () => [partnership, national],
};
