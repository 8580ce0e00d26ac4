import type { Earlier } from './again';
import { fewestOf, figureOf, type Closed, type Figure, type Release } from './release';

export type Shareable = { readonly release: Release; readonly refused: null } | { readonly release: null; readonly refused: string };

/**
 * What another partnership may see of a release: all organisations together, with more hidden than everybody's own release hides.
 *
 * `known` are the organisations that work in both. The other partnership has their returns before it, to the same questions, and is
 * taken to know each of their levels: it subtracts them from every number and looks at what is left. So what is left is protected as
 * a release is: no small number of it can be read, and for each hidden number there is an organisation among those left that might
 * have said something else. What the release hides stays hidden, for those who do not know as much.
 */
export function shareable({ release, takingPart }: Earlier, known: ReadonlySet<string>): Shareable {
  const fewest = fewestOf(release.minimum);
  if (takingPart.length !== release.returned) return refuse('Some of the returns that these figures were counted from have been disposed of, so what they would tell cannot be checked any more.');
  const left = takingPart.filter(({ organisationId }) => !known.has(organisationId));
  if (left.length < fewest) return refuse(`Fewer than ${fewest} of the organisations in these figures do not work in the other partnership as well. Whoever knows the others could tell what those few said.`);
  const { minimum, figures } = release;
  const closed: Closed = { takingPart: left, subjects: figures, asked: left.length, minimum, labelOf: { group: String, area: String } };
  return { release: { ...release, groups: [], areas: [], figures: figures.map((figure, at) => figureBeside(figure, closed, at)) }, refused: null };
}

const refuse = (refused: string): Shareable => ({ release: null, refused });

function figureBeside(figure: Figure, closed: Closed, at: number): Figure {
  const all = figure.counts[0]!;
  const kept = all.flatMap((count, category) => (count === 'c' ? [{ line: 0, category }] : []));
  const [left] = figureOf(closed, { groups: [], areas: [] }, at, kept).counts;
  return { ...figure, counts: [all.map((count, category) => (left![category] === 'c' ? 'c' : count))] };
}
