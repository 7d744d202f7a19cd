import { join } from 'node:path';
import { artifacts, root } from '../scripts/project.ts';

const home = join(artifacts, 'bench');

/** The built extension with the pages of the benchmark in it. Its path stays the same, for its address follows from it. */
export const productBuild = join(home, 'extension');

/** An extension that does nothing, with the same pages in it: what others are measured in. */
export const bareBuild = join(home, 'bare');

/** Where the pages lie in either. */
export const PAGES = 'bench';

/** Grown libraries as files, and browser profiles with a library or an index in them, by what they were made from. */
export const grownFolder = join(home, 'grown');
export const profileFolder = join(home, 'profiles');

/** What a run of a part of the table gave. */
export const lastRunFile = join(home, 'last-run.json');

export const resultsFile = join(root, 'bench', 'results.json');

/** Programs of others that are measured beside ours and are no dependency. */
export const peersFolder = join(home, 'peers');
