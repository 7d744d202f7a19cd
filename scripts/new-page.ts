// npm run new-page -- SITE NAME [ADDRESS]: a test page to fill in; once more, and the reading of it to check.
import { join, relative } from 'node:path';
import { type Made, makePageFiles } from './page-files.ts';
import { root } from './project.ts';
import { runMain, Stop, say } from './say.ts';

const USAGE = 'Usage: npm run new-page -- SITE NAME ADDRESS (the id of an adapter, a name for the page, its address)';

await runMain(async () => {
  const [site, name, address, ...rest] = process.argv.slice(2);
  if (!site || !name || rest.length > 0) throw new Stop(USAGE);
  const made = makePageFiles(join(root, 'tests', 'pages'), { site, name, address });
  say(sentenceFor(made));
  return 0;
});

function sentenceFor({ done, file, papers }: Made): string {
  const path = relative(root, file);
  if (done === 'page') return `Wrote ${path}. Fill it in as the site marks up its pages, then run this again.`;
  const read = papers === 1 ? 'one paper' : `${papers} papers`;
  if (done === 'nothing') return `${path} holds: ${read} as it says.`;
  return `Wrote ${path} with ${read}. Check every field against the page: from now on it is what must be read.`;
}
