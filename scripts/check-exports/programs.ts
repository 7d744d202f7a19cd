import { say } from '../say.ts';
import { run } from './run.ts';

/** Programs with the Debian packages that hold them. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  pdflatex: ['texlive-latex-base', 'texlive-latex-recommended', 'texlive-bibtex-extra'],
  bibtex: ['texlive-binaries'],
  biber: ['biber'],
  bibtool: ['bibtool'],
  bib2xml: ['bibutils'],
  xmllint: ['libxml2-utils'],
  pandoc: ['pandoc'],
  emacs: ['emacs-nox', 'elpa-org'],
  yamllint: ['yamllint'],
  csvclean: ['csvkit'],
  tidy: ['tidy'],
};

/** Modules of Debian's Python with the packages that hold them. */
const MODULES: Readonly<Record<string, string>> = {
  pybtex: 'python3-pybtex',
  bibtexparser: 'python3-bibtexparser',
  yaml: 'python3-yaml',
  feedparser: 'python3-feedparser',
};

/** Debian's own Python: another one in the path would not have Debian's modules. */
export const PYTHON = '/usr/bin/python3';

/** Whether a program, or a module of Python (`python:yaml`) or a package of npm (`npm:name@version`), is there. */
export function hasProgram(name: string): boolean {
  if (name.startsWith('npm:')) return run('npx', ['--yes', name.slice('npm:'.length), '--version']).code === 0;
  if (name.startsWith('python:')) return run(PYTHON, ['-c', `import ${name.slice('python:'.length)}`]).code === 0;
  return run('sh', ['-c', `command -v ${name}`]).code === 0;
}

/** Installs what is missing where that is possible (Debian, as root), and says what it does. */
export function bringPrograms(): void {
  const missing = missingPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !hasProgram('apt-get')) {
    say(`Missing, and not installed because that takes apt-get and root: ${missing.join(' ')}`);
    return;
  }
  say(`Installing ${missing.join(' ')}, which takes some minutes.`);
  run('apt-get', ['update']);
  const installed = run('apt-get', ['install', '-y', '--no-install-recommends', ...missing]);
  if (installed.code !== 0) say(`apt-get could not install them: ${installed.err.trim().split('\n').at(-1)}`);
}

function missingPackages(): string[] {
  const programs = Object.entries(PACKAGES).flatMap(([name, packages]) => (hasProgram(name) ? [] : packages));
  const modules = Object.entries(MODULES).flatMap(([name, pack]) => (hasProgram(`python:${name}`) ? [] : [pack]));
  return [...new Set([...programs, ...modules])];
}
