import { request } from 'node:http';
import { expect, test } from 'vitest';
import { type Connector, connectTo } from '../lib/zotero/connector.ts';
import { type StandIn, startZoteroStandIn } from '../scripts/zotero-stand-in.ts';
import { withServer } from './samples/local-server.ts';

const ITEM = {
  id: 'paper-1',
  itemType: 'preprint' as const,
  title: 'A Title',
  creators: [],
  tags: [{ tag: 'graphs' }],
  notes: [],
  attachments: [],
  seeAlso: [],
};

/** Runs `work` beside a stand-in of its own, whose clock stands at `clock.ms`. */
async function withZotero(
  work: (zotero: StandIn, connector: Connector, clock: { ms: number }) => Promise<void>,
): Promise<void> {
  const clock = { ms: Date.parse('2026-11-20T08:00:00Z') };
  const zotero = await startZoteroStandIn({ now: () => clock.ms });
  try {
    await work(zotero, connectTo({ address: zotero.address, patienceMs: { saveItems: 300 } }), clock);
  } finally {
    await zotero.close();
  }
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const KNOWN = { ...JSON_TYPE, 'X-Zotero-Connector-API-Version': '3' };
const post = (address: string, headers: Record<string, string>, body: unknown = {}) =>
  fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });

/** `fetch` does not let a host be chosen. */
function statusForHost(address: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asking = request(address, { method: 'POST', headers: { ...KNOWN, Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asking.on('error', reject);
    asking.end('{}');
  });
}

test('the stand-in is silent to whatever comes from a browser without the header', async () => {
  await withZotero(async ({ address, asked }) => {
    await expect(post(`${address}ping`, { ...JSON_TYPE, Origin: 'chrome-extension://x' })).rejects.toThrow(TypeError);
    await expect(post(`${address}ping`, { ...JSON_TYPE, 'User-Agent': 'Mozilla/5.0' })).rejects.toThrow(TypeError);
    const allowed = { ...JSON_TYPE, Origin: 'chrome-extension://x', 'Zotero-Allowed-Request': '1' };
    expect((await post(`${address}ping`, allowed)).status).toBe(200);
    const known = await post(`${address}ping`, { ...KNOWN, Origin: 'chrome-extension://x' });
    expect(known.headers.get('X-Zotero-Version')).toBe('9.0.6');
    expect(await known.json()).toHaveProperty('prefs');
    expect(asked).toEqual(['dropped', 'dropped', 'ping', 'ping']);
  });
});

test('the stand-in refuses other hosts, methods, types, versions, and what is no request', async () => {
  await withZotero(async ({ address }) => {
    expect((await fetch(`${address}ping`, { headers: KNOWN })).status).toBe(400);
    expect((await post(`${address}import`, KNOWN)).status).toBe(404);
    expect((await post(`${address}ping`, { ...KNOWN, 'Content-Type': 'text/plain' })).status).toBe(400);
    const old = await post(`${address}ping`, { ...KNOWN, 'X-Zotero-Connector-API-Version': '2' });
    expect([old.status, await old.text()]).toEqual([400, expect.stringContaining('CONNECTOR_VERSION_OUTDATED')]);
    expect((await post(`${address}saveItems`, KNOWN, { sessionID: 'a' })).status).toBe(400);
    const { id: _, ...nameless } = ITEM;
    expect((await post(`${address}saveItems`, KNOWN, { sessionID: 'a', uri: '', items: [nameless] })).status).toBe(400);
    expect((await post(`${address}updateSession`, KNOWN, { sessionID: 'a', target: 'C12' })).status).toBe(400);
    expect(await statusForHost(`${address}ping`, 'evil.example')).toBe(400);
    expect(await statusForHost(`${address}ping`, 'localhost:23119')).toBe(200);
  });
});

test('it finds Zotero, what is selected there and where papers can go', async () => {
  await withZotero(async (zotero, connector) => {
    expect(await connector.ping()).toEqual({ ok: true });
    zotero.selected = 'C13';
    expect(await connector.look()).toEqual({
      ok: true,
      value: {
        selected: 'C13',
        libraryName: 'My Library',
        isEditable: true,
        targets: [
          { id: 'L1', name: 'My Library', level: 0, isRecent: false },
          { id: 'C12', name: 'Reading', level: 1, isRecent: true },
          { id: 'C13', name: 'Gardens', level: 2, isRecent: false },
          { id: 'L2', name: 'Group', level: 0, isRecent: false },
        ],
      },
    });
  });
});

test('items are saved to what is selected, then moved; attachments are left, tags are automatic ones', async () => {
  await withZotero(async (zotero, connector) => {
    expect(await connector.save('a', [ITEM])).toEqual({ ok: true });
    expect(zotero.items).toMatchObject([{ session: 'a', target: 'L1', tags: [{ tag: 'graphs', type: 1 }] }]);
    expect(zotero.items[0]?.item).not.toHaveProperty('attachments');
    expect(await connector.move('a', 'C12')).toEqual({ ok: true });
    expect(zotero.items.map(({ target }) => target)).toEqual(['C12']);
    expect(zotero.selected).toBe('C12');
  });
});

test('every no of Zotero is a value of its own', async () => {
  await withZotero(async (zotero, connector, clock) => {
    expect(await connector.save('a', [ITEM])).toEqual({ ok: true });
    expect(await connector.save('a', [ITEM])).toEqual({ ok: false, code: 'session-exists' });
    expect(await connector.move('b', 'C12')).toEqual({ ok: false, code: 'session-gone' });
    expect(await connector.move('a', 'C99')).toEqual({ ok: false, code: 'collection-gone' });
    zotero.libraryEditable = false;
    expect(await connector.save('c', [ITEM])).toEqual({ ok: false, code: 'read-only' });
    expect(await connector.look()).toMatchObject({ value: { isEditable: false } });
    zotero.libraryEditable = true;
    clock.ms += 600_001;
    expect(await connector.move('a', 'C12')).toEqual({ ok: false, code: 'session-gone' });
    for (const body of ['"CONNECTOR_VERSION_OUTDATED"', 'no']) {
      zotero.afterSave = () => ({ status: body === 'no' ? 403 : 400, body });
      const code = body === 'no' ? 'refused' : 'outdated';
      expect(await connector.save(body, [ITEM])).toEqual({ ok: false, code });
    }
  });
});

test('a session is forgotten after a minute when there are more than ten', async () => {
  await withZotero(async (_zotero, connector, clock) => {
    for (let at = 0; at <= 10; at += 1) await connector.save(`s${at}`, [ITEM]);
    clock.ms += 59_000;
    expect(await connector.move('s0', 'C12')).toEqual({ ok: true });
    clock.ms += 2_000;
    expect(await connector.move('s0', 'C12')).toEqual({ ok: false, code: 'session-gone' });
  });
});

test('no answer, a dropped connection and a late answer are told apart from a no', async () => {
  await withZotero(async (zotero, connector) => {
    zotero.afterSave = () => ({ status: 'dropped', body: '' });
    expect(await connector.save('a', [ITEM])).toEqual({ ok: false, code: 'not-running' });
    const { promise, resolve } = Promise.withResolvers<undefined>();
    zotero.afterSave = () => promise;
    expect(await connector.save('b', [ITEM])).toEqual({ ok: false, code: 'timeout' });
    resolve(undefined);
    await zotero.close();
    expect(await connector.ping()).toEqual({ ok: false, code: 'not-running' });
  });
});

test.each([200, 403, 409, 500])('what is not Zotero is not believed, whatever it says: %i', async (status) => {
  await withServer(status, async (address) => {
    const stranger = connectTo({ address });
    for (const answer of [await stranger.ping(), await stranger.look(), await stranger.save('a', [ITEM])])
      expect(answer).toEqual({ ok: false, code: 'not-running' });
  });
});
