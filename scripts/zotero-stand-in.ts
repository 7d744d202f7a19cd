import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Answer, type ZoteroState, zoteroRules } from './zotero-rules.ts';

/** Something that keeps Zotero's rules; the items that it takes stay in memory. */
export interface StandIn extends ZoteroState {
  /** Where its connector is: `http://127.0.0.1:<port>/connector/`. */
  address: string;
  /** Methods in the order in which they were asked for; requests that were dropped stand as `dropped`. */
  asked: string[];
  close(): Promise<void>;
  /** Goes away as a program does that is quit, and comes back with what it had, on the same port. */
  pause(): Promise<void>;
  resume(): Promise<void>;
}

export interface StandInOptions {
  /** Any that is free, unless given. */
  port?: number;
  now?: () => number;
}

/**
 * Starts a server that answers as Zotero does (zotero/zotero `server.js`, `server_connector.js`, `saveSession.js`).
 * @throws when the port is taken
 */
export async function startZoteroStandIn({ port = 0, now = Date.now }: StandInOptions = {}): Promise<StandIn> {
  const { state, answer } = zoteroRules(now);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void handle(request, response, answer, asked);
  });
  const taken = await listen(server, port);
  const pause = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const resume = async () => void (await listen(server, taken));
  return Object.assign(state, { address: `http://127.0.0.1:${taken}/connector/`, asked, close: pause, pause, resume });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: IncomingMessage, body: string) => Promise<Answer>,
  asked: string[],
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { status, body } = await answer(request, Buffer.concat(chunks).toString('utf8'));
  asked.push(status === 'dropped' ? status : (request.url ?? '').replace('/connector/', ''));
  if (status === 'dropped') {
    request.socket.destroy();
    return;
  }
  const headers = { 'X-Zotero-Version': '9.0.6', 'X-Zotero-Connector-API-Version': '3' };
  response.writeHead(status, {
    ...headers,
    'Content-Type': typeof body === 'string' ? 'text/plain' : 'application/json',
  });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The stand-in for Zotero has no port.');
  return address.port;
}
