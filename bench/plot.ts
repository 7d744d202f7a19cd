import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axisX, axisY, dot, line, type PlotOptions, plot, ruleY, text } from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { root } from '../scripts/project.ts';
import { type OpeningPoint, openings, type SearchPoint, searches } from './plotted.ts';
import type { Results } from './results.ts';

/** The colours of one picture. */
interface Theme {
  name: 'light' | 'dark';
  text: string;
  quiet: string;
  ours: string;
  others: string;
}

export const THEMES: readonly Theme[] = [
  { name: 'light', text: '#1f2328', quiet: '#656d76', ours: '#1a7f37', others: '#6e7781' },
  { name: 'dark', text: '#e6edf3', quiet: '#8b949e', ours: '#3fb950', others: '#7d8590' },
];
const [WIDTH, HEIGHT, GAP] = [900, 300, 20];
const LEFT = 400;
const FONT = 'font: 12px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif';

/** Draws the results for the README, once for each colour scheme. @returns the files that were written */
export function drawPlots(results: Results): string[] {
  return THEMES.map((theme) => {
    const path = join(root, 'docs', `bench-${theme.name}.svg`);
    writeFileSync(path, `${drawPlot(results, theme)}\n`);
    return path;
  });
}

/** The picture of one colour scheme, as SVG: to the left what opening the popup takes, to the right a first search. */
export function drawPlot(results: Results, theme: Theme): string {
  const { document, XMLSerializer } = new JSDOM('').window;
  const left = opening(openings(results.lines), theme);
  const right = searching(searches(results.lines), theme);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', 'Milliseconds to open the popup, and to a first search, by papers in the library');
  const panels = [
    { options: { ...left, width: LEFT }, x: 0 },
    { options: { ...right, width: WIDTH - LEFT - GAP }, x: LEFT + GAP },
  ];
  for (const { options, x } of panels) {
    const style = `background: none; color: ${theme.quiet}; ${FONT}`;
    const panel = plot({ ...options, document, height: HEIGHT, style });
    panel.setAttribute('x', String(x));
    svg.append(panel);
  }
  // The serialisation of HTML would leave out the namespace, without which a file of its own is no picture.
  return new XMLSerializer().serializeToString(svg);
}

function opening(points: readonly OpeningPoint[], { text: ink, ours, others, quiet }: Theme): PlotOptions {
  const own = points.filter(({ papers }) => papers !== undefined);
  const floors = points.filter(({ papers }) => papers === undefined);
  const most = Math.max(...points.map(({ ms }) => ms));
  return {
    marginLeft: 36,
    marginTop: 44,
    marginBottom: 40,
    marginRight: 24,
    x: { type: 'point', padding: 0.3, domain: own.map(({ papers }) => papers) },
    y: { domain: [0, most * 1.25] },
    marks: [
      title('Opening the popup until its list is painted, ms', ink, 36),
      axisY({ ticks: 4, label: null, color: quiet, tickSize: 0 }),
      axisX({ tickFormat: count, label: 'papers in the library', color: quiet, tickSize: 3 }),
      ruleY([0], { stroke: quiet }),
      ruleY(floors, { y: 'ms', stroke: others, strokeDasharray: '3,3' }),
      text(floors, { y: 'ms', frameAnchor: 'right', text: 'what', dy: 9, fill: quiet }),
      line(own, { x: 'papers', y: 'ms', stroke: ours, strokeWidth: 2 }),
      dot(own, { x: 'papers', y: 'ms', r: 4, fill: ours }),
      text(own, {
        x: 'papers',
        y: 'ms',
        text: ({ ms }: OpeningPoint) => round(ms),
        dy: -12,
        fill: ours,
        fontWeight: 600,
      }),
    ],
  };
}

function searching(points: readonly SearchPoint[], { text: ink, ours, others, quiet }: Theme): PlotOptions {
  const colour = ({ isOurs }: SearchPoint) => (isOurs ? ours : others);
  return {
    marginLeft: 150,
    marginTop: 44,
    marginBottom: 40,
    marginRight: 60,
    x: { type: 'log', domain: [10, Math.max(...points.map(({ ms }) => ms)) * 2], grid: false },
    y: { type: 'band', domain: points.map(({ what }) => what) },
    marks: [
      title('First search of a new page, ms (log scale)', ink, 150),
      axisX({ ticks: 4, tickFormat: count, label: null, color: quiet, tickSize: 3 }),
      axisY({ tickSize: 0, label: null, color: quiet }),
      dot(points, { x: 'ms', y: 'what', r: 5, fill: colour }),
      text(points, {
        x: 'ms',
        y: 'what',
        text: ({ ms }: SearchPoint) => round(ms),
        dx: 10,
        textAnchor: 'start',
        fill: colour,
        fontWeight: 600,
      }),
    ],
  };
}

/** @param margin what stands to the left of the frame, where the title begins too */
function title(words: string, ink: string, margin: number) {
  return text([words], { frameAnchor: 'top-left', dy: -34, dx: -margin, fill: ink, fontWeight: 600, fontSize: 13 });
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function round(ms: number): string {
  return `${count(ms < 10 ? Number(ms.toPrecision(2)) : Math.round(ms))} ms`;
}
