import { join } from 'node:path';
import { build } from 'vite';

/** A module and all that it imports as one script, to be evaluated in a page or worker past its content policy. */
export async function bundled(file: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, file), formats: ['iife'], name: 'bundled', fileName: 'bundled' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error(`${file} made no script`);
  return chunk.code;
}
