import { type Finding, isTest, type SourceFile, withoutComments } from './source.ts';

const LONGEST_FILE = 250;

interface Habit {
  /** Files that the habit is about. */
  where: (path: string) => boolean;
  /** What must not stand in their code. */
  broken: RegExp;
  advice: string;
}

const product = (path: string) => !isTest(path) && !path.startsWith('scripts/');
const PURE = /^lib\/(?:domain|adapters|exporters|importers)\//;

const HABITS: readonly Habit[] = [
  {
    where: () => true,
    broken: /catch\s*(?:\([^)]*\))?\s*\{\s*\}/,
    advice: 'an empty catch hides a failure: narrow it, say why, or rethrow',
  },
  {
    where: (path) => product(path) && PURE.test(path),
    broken: /\bDate\.now\(|new Date\(\)|\bMath\.random\(|\bsetTimeout\(/,
    advice: 'this room is pure: times come in as arguments',
  },
  {
    where: (path) => product(path) && /^lib\/(?:messages|library)\/|^entrypoints\/background/.test(path),
    // A collection that says that it is read-only is a table of constants, not a memory.
    broken: /^let\s|^(?:export )?const \w+(?:: (?!Readonly)[^=]+)? = (?:new (?:Map|Set|WeakMap|WeakSet)\b|\[\]|\{\})/m,
    advice: 'a worker is killed at any moment: keep what matters in the database',
  },
  { where: () => true, broken: /\bas any\b|:\s*any\b|<any>/, advice: 'no any: take unknown and parse it' },
];

/** Habits that a file breaks. */
export function brokenHabits(files: readonly SourceFile[]): Finding[] {
  return files.flatMap(({ path, text }) => {
    const code = withoutComments(text);
    return HABITS.filter(({ where, broken }) => where(path) && broken.test(code)).map(({ broken, advice }) => ({
      path,
      advice: `${broken.exec(code)?.[0]}: ${advice}`,
    }));
  });
}

/** Files that are too long to read at once, badly named, or there only to re-export. */
export function wrongShapes(files: readonly SourceFile[]): Finding[] {
  return files.flatMap(({ path, text }) => {
    const findings: Finding[] = [];
    const lines = text.split('\n').length - 1;
    if (lines > LONGEST_FILE)
      findings.push({ path, advice: `${lines} lines: a file does one thing; split it below ${LONGEST_FILE}` });
    if (/(?:^|\/)(?:utils?|helpers?|misc|common)\.tsx?$/.test(path))
      findings.push({ path, advice: 'name a file after the one thing it does' });
    const statements = withoutComments(text)
      .split('\n')
      .filter((line) => line.trim());
    const only = statements.length > 0 && statements.every((line) => /^\s*export\s.*\bfrom\s'/.test(line));
    if (only)
      findings.push({
        path,
        advice: 'a file that only re-exports hides where things are: import them from their own file',
      });
    return findings;
  });
}
