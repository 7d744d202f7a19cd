import { createElement, type FunctionComponent, type JSX } from 'preact';

interface IconData {
  node: readonly (readonly [tag: string, attributes: Record<string, string>])[];
}

type IconProps = JSX.SVGAttributes<SVGSVGElement> & { size?: number };

/**
 * Draws an icon of lucide-preact; the build puts it in the place of the package's own function of the same task, whose
 * contexts, classes and strokes of other widths nothing here uses, for 2 kB of the 60 that the popup may weigh.
 */
export default function createLucideIcon({ node }: IconData): FunctionComponent<IconProps> {
  return ({ size = 24, ...rest }) =>
    createElement(
      'svg',
      {
        width: size,
        height: size,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': 2,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
        ...rest,
      },
      node.map(([tag, attributes]) => createElement(tag, attributes)),
    );
}
