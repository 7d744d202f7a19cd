import type { IncomingMessage } from 'node:http';

/** An item as it lies in the stand-in's library. */
export interface TakenItem {
  session: string;
  /** The library or collection in which it lies. */
  target: string;
  /** As it was sent, without its attachments. */
  item: Record<string, unknown>;
  tags: { tag: string; type: number }[];
}

export interface Answer {
  status: number | 'dropped';
  body: unknown;
}

/** What can be seen of the stand-in, and what a test can say of it. */
export interface ZoteroState {
  items: TakenItem[];
  /** The target that is selected, by its id. */
  selected: string;
  libraryEditable: boolean;
  targets: { id: string; name: string; level: number; filesEditable: boolean; recent?: boolean }[];
  /** Called when items have been taken, before they are answered: what it gives is answered instead. */
  afterSave: () => Promise<Answer | undefined> | Answer | undefined;
}

const SESSION_MS = 600_000;
const SESSION_MS_OF_MANY = 60_000;
const MANY = 10;
const DROPPED: Answer = { status: 'dropped', body: '' };
const METHODS = ['ping', 'getSelectedCollection', 'saveItems', 'updateSession'];

/** The rules of Zotero's local connector, apart from how they are served. */
export function zoteroRules(now: () => number) {
  const state: ZoteroState = {
    items: [],
    selected: 'L1',
    libraryEditable: true,
    targets: [
      { id: 'L1', name: 'My Library', level: 0, filesEditable: true },
      { id: 'C12', name: 'Reading', level: 1, filesEditable: true, recent: true },
      { id: 'C13', name: 'Gardens', level: 2, filesEditable: true },
      { id: 'L2', name: 'Group', level: 0, filesEditable: false },
    ],
    afterSave: () => undefined,
  };
  const sessions = new Map<string, number>();
  const forgetOld = () => {
    const lasts = sessions.size > MANY ? SESSION_MS_OF_MANY : SESSION_MS;
    for (const [session, at] of sessions) if (now() - at > lasts) sessions.delete(session);
  };
  const methods: Record<string, (asked: Record<string, unknown>) => Promise<Answer> | Answer> = {
    ping: () => ({ status: 200, body: { prefs: { automaticSnapshots: true } } }),
    getSelectedCollection: () => ({ status: 200, body: selectedIn(state) }),
    saveItems: async ({ sessionID, uri, items }) => {
      if (typeof sessionID !== 'string' || typeof uri !== 'string' || !Array.isArray(items)) return bad('MALFORMED');
      forgetOld();
      if (sessions.has(sessionID)) return { status: 409, body: { error: 'SESSION_EXISTS' } };
      if (!state.libraryEditable) return { status: 500, body: { libraryEditable: false } };
      const all = items.map(recordOf);
      if (all.some(({ id }) => typeof id !== 'string')) return bad('ITEM_WITHOUT_ID');
      sessions.set(sessionID, now());
      for (const { attachments: _, ...item } of all) {
        const tags = Array.isArray(item.tags)
          ? item.tags.map((tag) => ({ tag: String(recordOf(tag).tag), type: 1 }))
          : [];
        state.items.push({ session: sessionID, target: state.selected, item, tags });
      }
      return (await state.afterSave()) ?? { status: 201, body: { items: all } };
    },
    updateSession: ({ sessionID, target, tags }) => {
      if (typeof sessionID !== 'string' || typeof target !== 'string' || !Array.isArray(tags)) return bad('MALFORMED');
      forgetOld();
      if (!sessions.has(sessionID)) return bad('SESSION_NOT_FOUND');
      if (!state.targets.some(({ id }) => id === target)) return bad('COLLECTION_NOT_FOUND');
      for (const item of state.items) {
        if (item.session !== sessionID) continue;
        item.target = target;
        item.tags.push(...tags.map((tag) => ({ tag: String(tag), type: 0 })));
      }
      state.selected = target;
      return { status: 200, body: {} };
    },
  };
  const answer = async (request: IncomingMessage, body: string): Promise<Answer> => {
    const method = /^\/connector\/(\w+)$/.exec(request.url ?? '')?.[1] ?? '';
    const refusal = refusalOf(request, method);
    if (refusal) return refusal;
    const asked = parsed(body);
    return (asked && (await methods[method]?.(asked))) ?? bad('MALFORMED');
  };
  return { state, answer };
}

/** What Zotero looks at before it reads what it is asked. */
function refusalOf({ headers, method: verb }: IncomingMessage, method: string): Answer | undefined {
  if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(headers.host ?? ''))
    return { status: 400, body: 'Invalid host' };
  const version = headers['x-zotero-connector-api-version'];
  const isOfBrowser = headers.origin !== undefined || headers['user-agent']?.startsWith('Mozilla/');
  if (isOfBrowser && version === undefined && headers['zotero-allowed-request'] === undefined) return DROPPED;
  if (!METHODS.includes(method)) return { status: 404, body: 'No endpoint found\n' };
  if (verb !== 'POST') return { status: 400, body: 'Endpoint does not support method\n' };
  if (!headers['content-type']?.startsWith('application/json'))
    return { status: 400, body: 'Endpoint does not support content-type\n' };
  if (version !== undefined && Number(version) < 3) return bad('CONNECTOR_VERSION_OUTDATED');
  return undefined;
}

function selectedIn({ selected, targets, libraryEditable }: ZoteroState) {
  const at = targets.findIndex(({ id }) => id === selected);
  const library = targets.slice(0, at + 1).findLast(({ id }) => id.startsWith('L'));
  const isLibrary = selected.startsWith('L');
  return {
    libraryID: Number(library?.id.slice(1)),
    libraryName: library?.name,
    libraryEditable,
    filesEditable: true,
    editable: libraryEditable,
    id: isLibrary ? null : Number(selected.slice(1)),
    name: targets[at]?.name,
    targets: libraryEditable ? targets : [],
    tags: {},
  };
}

function bad(error: string): Answer {
  return { status: 400, body: { error } };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function parsed(body: string): Record<string, unknown> | undefined {
  try {
    return recordOf(JSON.parse(body));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
