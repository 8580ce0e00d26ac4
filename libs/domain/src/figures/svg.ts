import { tenth, type Drawing, type Look, type Mark } from './drawing';

/** How a mark is filled and drawn round; text is filled only. */
interface Ink {
  readonly fill: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dashes?: string;
  readonly bold?: true;
}

/** On white paper. A photocopy keeps the order of the levels, because their lightness is in it. */
const paper: Readonly<Record<Look, Ink>> = {
  'red': { fill: '#8a1529' }, 'on-red': { fill: '#ffffff', bold: true },
  'amber': { fill: '#dd8f1e' }, 'on-amber': { fill: '#140c00', bold: true },
  'green': { fill: '#c8f0df', stroke: '#1b6b4f', width: 1 }, 'on-green': { fill: '#06301f', bold: true },
  'blue': { fill: '#3f73c4' }, 'on-blue': { fill: '#ffffff', bold: true },
  'grid': { fill: 'none', stroke: '#d3d9df', width: 1 }, 'axis': { fill: 'none', stroke: '#6b7680', width: 1 },
  'line': { fill: 'none', stroke: '#12436d', width: 2.5 }, 'dashed': { fill: 'none', stroke: '#12436d', width: 2.5, dashes: '5 4' },
  'break': { fill: 'none', stroke: '#6b7680', width: 1, dashes: '2 3' }, 'dot': { fill: '#12436d' },
  'own': { fill: '#801650', stroke: '#ffffff', width: 1 }, 'peer': { fill: '#ffffff', stroke: '#12436d', width: 1.5 },
  'self': { fill: '#ffffff', stroke: '#12436d', width: 2.5 }, 'moderated': { fill: '#801650' },
  'hidden': { fill: '#e9edf1', stroke: '#6b7680', width: 1, dashes: '4 3' },
  'title': { fill: '#14181d', bold: true }, 'label': { fill: '#14181d' }, 'quiet': { fill: '#4a5560' },
};

/** A picture for a file: by itself, with what it is called and what it shows for whoever cannot see it. */
export function svgOf({ width, height, marks }: Drawing, { title, description }: { readonly title: string; readonly description: string }): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${tenth(width)}" height="${tenth(height)}" viewBox="0 0 ${tenth(width)} ${tenth(height)}" role="img" font-family="Atkinson Hyperlegible Next, Arial, sans-serif">`,
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...marks.map(shape),
    '</svg>',
  ].join('');
}

function shape(mark: Mark): string {
  const { fill, stroke, width, dashes, bold } = paper[mark.look];
  if (mark.kind === 'text') {
    return `<text x="${tenth(mark.x)}" y="${tenth(mark.y)}" font-size="${mark.size}" text-anchor="${mark.anchor}" fill="${fill}"${bold ? ' font-weight="700"' : ''}>${escaped(mark.text)}</text>`;
  }
  const ink = `fill="${fill}"${stroke ? ` stroke="${stroke}" stroke-width="${width}"` : ''}${dashes ? ` stroke-dasharray="${dashes}"` : ''}`;
  if (mark.kind === 'rect') return `<rect x="${tenth(mark.x)}" y="${tenth(mark.y)}" width="${tenth(mark.width)}" height="${tenth(mark.height)}" ${ink}/>`;
  if (mark.kind === 'line') return `<line x1="${tenth(mark.x1)}" y1="${tenth(mark.y1)}" x2="${tenth(mark.x2)}" y2="${tenth(mark.y2)}" ${ink}/>`;
  if (mark.kind === 'circle') return `<circle cx="${tenth(mark.x)}" cy="${tenth(mark.y)}" r="${mark.r}" ${ink}/>`;
  return `<path d="${diamondPath(mark)}" ${ink}/>`;
}

export function diamondPath({ x, y, r }: { readonly x: number; readonly y: number; readonly r: number }): string {
  return `M${tenth(x)} ${tenth(y - r)}L${tenth(x + r)} ${tenth(y)}L${tenth(x)} ${tenth(y + r)}L${tenth(x - r)} ${tenth(y)}Z`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Also without the control characters that XML does not have. */
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign]!).replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/gu, '');
