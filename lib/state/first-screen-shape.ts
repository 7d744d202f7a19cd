import { STATUSES } from '../domain/shelf.ts';

/** What a value must be: a plain kind, a list of one, or an object with at least these properties (`?` may be absent). */
type Shape =
  | 'text'
  | 'count'
  | 'small'
  | 'flag'
  | 'status'
  | 'none'
  | readonly [Shape]
  | { readonly [name: string]: Shape };

const GREATEST_SMALL = 9_999;

/** Whether a value has a shape. The parts of a date are small numbers: with others, writing the date would throw. */
export function fits(value: unknown, shape: Shape): boolean {
  if (shape === 'text') return typeof value === 'string';
  if (shape === 'flag') return typeof value === 'boolean';
  if (shape === 'status') return STATUSES.some((status) => status === value);
  if (shape === 'count') return Number.isSafeInteger(value) && Number(value) >= 0;
  if (shape === 'small') return fits(value, 'count') && Number(value) <= GREATEST_SMALL;
  if (shape === 'none') return Array.isArray(value) && value.length === 0;
  if (isList(shape)) return Array.isArray(value) && value.every((one) => fits(one, shape[0]));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(shape).every(([name, part]) => {
    const own: unknown = Reflect.get(value, name.replace('?', ''));
    return (own === undefined && name.endsWith('?')) || fits(own, part);
  });
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

const DIGEST: Shape = {
  key: 'text',
  site: 'text',
  kind: 'text',
  'query?': 'text',
  'title?': 'text',
  'url?': 'text',
  'date?': { unit: 'text', 'year?': 'small', 'month?': 'small', 'week?': 'small', 'day?': 'small' },
  firstSeenAt: 'text',
};

/** A paper as far as a row and what opens under it draw of it. */
const LISTED: Shape = {
  paper: {
    id: 'count',
    title: 'text',
    identifiers: ['text'],
    'authors?': ['text'],
    'abstract?': 'text',
    'published?': 'text',
    'venue?': 'text',
    'organisation?': 'text',
    'page?': 'text',
    'pdf?': 'text',
    'code?': 'text',
    'project?': 'text',
  },
  entry: { status: 'status', starred: 'flag', tags: ['text'], note: 'text' },
  seen: [{ sighting: { rank: 'count', lastSeenAt: 'text', 'upvotes?': 'count' }, digest: DIGEST }],
  names: 'none',
};

/** A first screen but for its view, which is read part by part. */
export const FIRST_SCREEN: Shape = {
  total: 'count',
  from: 'count',
  papers: [LISTED],
  counts: { unread: 'count', reading: 'count', read: 'count', skipped: 'count', all: 'count' },
  counters: { unread: 'count', reading: 'count', read: 'count', skipped: 'count', papers: 'count', digests: 'count' },
  greets: 'flag',
};
