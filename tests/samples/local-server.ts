import { createServer } from 'node:http';

/** Runs `work` beside a server of this computer that answers everything with a status and `{}`, and is not Zotero. */
export async function withServer<Result>(status: number, work: (address: string) => Promise<Result>): Promise<Result> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  try {
    return await work(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/connector/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
