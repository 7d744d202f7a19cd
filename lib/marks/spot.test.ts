import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, chooseSpot, overlap, type SpotQuestion } from './spot.ts';

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });

function ask(more: Partial<SpotQuestion> & { text?: Box; beside?: Box } = {}) {
  const { text, beside, ...question } = more;
  return chooseSpot({
    anchor: box(100, 200, 500, 300),
    size: { width: 60, height: 24 },
    room: { left: 0, right: 600 },
    isRtl: false,
    holds: (spot) => text !== undefined && overlap(spot, text),
    isTaken: (spot) => beside !== undefined && overlap(spot, beside),
    ...question,
  });
}

describe('a mark stands', () => {
  const CORNER = box(400, 200, 500, 230);
  test.each<[string, Parameters<typeof ask>[0], object]>([
    ['in the upper right corner', {}, { left: 434, top: 206, right: 494, edge: 'right', faint: false }],
    ['in the upper left one where lines run the other way', { isRtl: true }, { left: 106, edge: 'left', faint: false }],
    ['a little above where the corner itself holds text', { text: box(400, 220, 500, 300) }, { top: 196, right: 494 }],
    ['at the upper edge where that is enough', { text: box(400, 225, 500, 300) }, { top: 200, right: 494 }],
    [
      'in the gutter before the row where the corner holds text',
      { text: CORNER },
      { left: 34, right: 94, edge: 'left' },
    ],
    [
      'behind it where something stands before it',
      { text: CORNER, beside: box(0, 0, 99, 900) },
      { left: 506, right: 566 },
    ],
    [
      'faint in the corner where there is no room at either side',
      { text: CORNER, room: { left: 90, right: 510 } },
      { left: 470, right: 494, faint: true },
    ],
    ['within what can be seen of a row that is cut off', { room: { left: 0, right: 300 } }, { right: 294 }],
    ['in the middle of a row that is hardly taller', { anchor: box(100, 200, 500, 228) }, { top: 202 }],
  ])('%s', (_name, more, expected) => {
    expect(ask(more)).toMatchObject(expected);
  });

  test('over text only when it is faint', () => {
    const edge = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(edge, edge, edge, edge, fc.boolean(), (x, y, width, height, isRtl) => {
        const text = box(x, y, x + width, y + height);
        const spot = ask({ text, isRtl });
        const inRow = overlap(spot, box(100, 200, 500, 300));
        expect(spot.faint || !inRow || !overlap(spot, text)).toBe(true);
      }),
    );
  });
});
